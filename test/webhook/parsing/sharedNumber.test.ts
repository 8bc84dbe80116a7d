import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import { toWebhook } from '../../support/toWebhook';

const AT_MS = 1_763_800_000_000;
const BSUID = 'US.13491208655302741918';
const PHONE = { phone: '+1 650 555 1234', wa_id: '16505551234' };
const OWN = { origin: 'contact_request', phones: [PHONE] };
const VCARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL;type=CELL;waid=16505551234:+1 650 555 1234\nEND:VCARD';

const evidenceOf = (contacts: unknown, from?: string) => {
	const message = { id: 'wamid.1', from, from_user_id: BSUID, timestamp: String(AT_MS / 1000), type: 'contacts', contacts };
	const value = { contacts: [{ profile: { name: 'Ada' }, user_id: BSUID }], messages: [message] };
	return toSessionEvidence(parseWebhook(toWebhook(value), AT_MS).events);
};

describe('the answer to a request for contact information', () => {
	it.each<[what: string, contacts: unknown]>([
		['its wa_id', [OWN]],
		['a vCard alone', [{ origin: 'contact_request', vcard: VCARD }]],
		['a number alone', [{ origin: 'contact_request', phones: [{ phone: '+1 650-555-1234' }] }]],
		["somebody else's card beside it", [{ origin: 'other', phones: [{ wa_id: '14125550829' }] }, OWN]],
	])('joins number and BSUID: %s', (_, contacts) => {
		expect(evidenceOf(contacts)).toMatchObject([{ kind: 'inbound', user: { bsuid: BSUID, waId: '16505551234' } }]);
	});

	it.each<[what: string, contacts: unknown]>([
		["somebody else's card", [{ origin: 'other', phones: [PHONE] }]],
		['a card of nobody knows whom', [{ phones: [PHONE] }]],
		['two answers', [OWN, { ...OWN, phones: [{ wa_id: '14125550829' }] }]],
		['a number without country', [{ origin: 'contact_request', phones: [{ phone: '650 555 1234' }] }]],
		['no list', { origin: 'contact_request', phones: [PHONE] }],
	])('joins nothing to a BSUID: %s', (_, contacts) => {
		expect(evidenceOf(contacts)).toMatchObject([{ kind: 'inbound', user: { bsuid: BSUID } }]);
		expect(evidenceOf(contacts)[0]?.user).not.toHaveProperty('waId');
	});

	it('does not replace the number that the message comes from', () => {
		expect(evidenceOf([OWN], '14125550829')).toMatchObject([{ user: { bsuid: BSUID, waId: '14125550829' } }]);
	});
});

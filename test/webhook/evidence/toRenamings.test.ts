import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toRenamings } from '../../../nodes/shared/webhook/evidence/toRenamings';

const AT_MS = 1_763_800_000_000;
const NEW_NUMBER = { type: 'user_changed_number', wa_id: '15551230009' };

function renamingsOf(system: object, message: object = {}, entry: object = { id: '102290129340398' }) {
	const messages = [{ id: 'wamid.A', from: '15551230001', timestamp: '1763800000', type: 'system', system, ...message }];
	const value = { metadata: { phone_number_id: '106540352242922' }, messages };
	return toRenamings(
		parseWebhook({ entry: [{ ...entry, changes: [{ field: 'messages', value }] }] }, AT_MS + 100_000).events,
	);
}

describe('toRenamings', () => {
	test('names the old and the new IDs, when, and what proves it', () => {
		expect(renamingsOf({ ...NEW_NUMBER, user_id: 'US.9', previous_user_id: 'US.1' })).toEqual([
			{
				businessAccountId: '102290129340398',
				previous: { bsuid: 'US.1', waId: '15551230001' },
				current: { bsuid: 'US.9', waId: '15551230009' },
				atMs: AT_MS,
				evidence: 'wamid.A',
			},
		]);
	});

	test('holds the numbers as stores keep them', () => {
		expect(renamingsOf({ ...NEW_NUMBER, wa_id: '5215512345678' }, { from: '551187654321' })).toMatchObject([
			{ previous: { waId: '5511987654321' }, current: { waId: '525512345678' } },
		]);
	});

	test.each([
		['no old ID is named', NEW_NUMBER, { from: undefined }, undefined],
		['no new ID is named', { type: 'user_changed_number' }, {}, undefined],
		['the new number is the old one', { ...NEW_NUMBER, wa_id: '15551230001' }, {}, undefined],
		['it has no time of its own', NEW_NUMBER, { timestamp: 'soon' }, undefined],
		['no WABA is named', NEW_NUMBER, {}, {}],
		['only the security code changed', { type: 'customer_identity_changed', wa_id: '15551230009' }, {}, undefined],
		['a person wrote it', NEW_NUMBER, { type: 'text' }, undefined],
	])('is empty when %s', (_, system, message, entry) => {
		expect(renamingsOf(system, message, entry)).toEqual([]);
	});
});

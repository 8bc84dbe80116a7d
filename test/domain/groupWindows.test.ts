import fc from 'fast-check';
import { DateTime } from 'luxon';

import { customerServiceWindow } from '../../nodes/shared/domain/customerServiceWindow';
import { groupAsUser, groupOf } from '../../nodes/shared/domain/groupAsUser';
import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session } from '../../nodes/shared/domain/Session';
import { toSessionEvidence } from '../../nodes/shared/webhook/evidence/toSessionEvidence';
import { parseWebhook } from '../../nodes/shared/webhook/parsing/parseWebhook';

const NUMBER = '106540352242922';
const GROUPS = ['Y2FwaV9ncm91cDoxOjEyMDM2MzAwMDAwMDAwMDAwMQ==', 'Y2FwaV9ncm91cDoxOjEyMDM2MzAwMDAwMDAwMDAwMg=='];
const WRITERS = ['15550000001', '15550000002', '15550000003'];
const START_S = 1_763_800_000;
const DAY_S = 24 * 60 * 60;

interface Written {
	from: string;
	group: string | undefined;
	type: string;
	second: number;
}

const written: fc.Arbitrary<Written> = fc.record({
	from: fc.constantFrom(...WRITERS),
	group: fc.constantFrom(undefined, ...GROUPS),
	type: fc.constantFrom('text', 'image', 'reaction'),
	second: fc.nat(3 * DAY_S),
});

describe('the windows of groups', () => {
	it('are opened by whoever writes there, and those of the writers by what they write to the business alone, in any order and however often it comes', () => {
		const story = fc.array(written, { maxLength: 12 }).chain((messages) =>
			fc.tuple(fc.constant(messages), fc.shuffledSubarray([...messages, ...messages], { minLength: 2 * messages.length }), fc.nat(4 * DAY_S)),
		);
		fc.assert(
			fc.property(story, ([messages, arriving, second]) => {
				const sessions = arriving.reduce<Session[]>((known, message) => recordSessionEvidence(known, evidenceOf(message)).sessions, []);
				const at = DateTime.fromSeconds(START_S + second, { zone: 'utc' });
				for (const name of [...WRITERS, ...GROUPS]) {
					const own = messages.filter(({ from, group, type }) => type !== 'reaction' && (group ?? from) === name);
					const last = own.length === 0 ? undefined : Math.max(...own.map((message) => message.second));
					const session = sessions.find(({ bsuid, waId }) => bsuid === name || waId === name);
					const isOpen = last !== undefined && second < last + DAY_S - 5 * 60;
					expect([name, customerServiceWindow(session, at).isOpen]).toEqual([name, isOpen]);
				}
			}),
		);
	});

	it('are kept under the ID of the group, which its form tells from the ID of a person', () => {
		expect(groupOf(groupAsUser(GROUPS[0])!)).toBe(GROUPS[0]);
		expect(groupOf({ bsuid: 'US.13491208655302741918' })).toBeUndefined();
		expect(groupOf({ waId: '15550000001' })).toBeUndefined();
		expect(groupAsUser('120363000000000001')).toBeUndefined();
		expect(groupAsUser(undefined)).toBeUndefined();
	});
});

function evidenceOf({ from, group, type, second }: Written) {
	const message = { from, id: `wamid.${from}${second}`, timestamp: String(START_S + second), type, ...(group && { group_id: group }) };
	const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: NUMBER }, messages: [message] };
	const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
	return toSessionEvidence(parseWebhook(body, (START_S + 9 * DAY_S) * 1000).events);
}

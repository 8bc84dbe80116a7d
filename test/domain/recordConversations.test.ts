import { conversationState } from '../../nodes/shared/domain/conversationState';
import { recordSessionEvidence } from '../../nodes/shared/domain/recordSessionEvidence';
import type { Session } from '../../nodes/shared/domain/Session';
import type { SessionEvidence } from '../../nodes/shared/domain/SessionEvidence';
import { DateTime } from 'luxon';

const NUMBER = '106540352242922';
const BOTH = { bsuid: 'US.1', waId: '15551230001' };
const at = (second: number) => Date.UTC(2026, 10, 26, 12, 0, second);

const standby = (second: number): SessionEvidence[] => [
	{ kind: 'inbound', phoneNumberId: NUMBER, user: BOTH, atMs: at(second), through: 'standby' },
	{ kind: 'conversation', phoneNumberId: NUMBER, user: BOTH, atMs: at(second), conversation: { owner: { isElsewhere: true, atMs: at(second) } } },
];
const message = (second: number): SessionEvidence[] => [{ kind: 'inbound', phoneNumberId: NUMBER, user: BOTH, atMs: at(second) }];
const call = (second: number): SessionEvidence[] => [{ kind: 'inbound', phoneNumberId: NUMBER, user: BOTH, atMs: at(second), through: 'call' }];
const passed = (second: number): SessionEvidence[] => [
	{ kind: 'conversation', phoneNumberId: NUMBER, user: BOTH, atMs: at(second), conversation: { owner: { isElsewhere: false, atMs: at(second) } } },
];

function ownerAfter(...batches: SessionEvidence[][]): string {
	const sessions = batches.reduce<Session[]>((known, batch) => recordSessionEvidence(known, batch).sessions, []);
	expect(sessions).toHaveLength(1);
	return conversationState(sessions[0], DateTime.fromMillis(at(30), { zone: 'utc' })).owner;
}

describe('the owner of a conversation', () => {
	test.each<[string, SessionEvidence[][], string]>([
		['is another responder after a message on standby', [message(1), standby(2)], 'human'],
		['is this app again after a message to it', [standby(1), message(2)], 'bot'],
		['is this app again when the control was passed to it', [standby(1), passed(2)], 'bot'],
		['does not change by a call', [standby(1), call(2)], 'human'],
		['does not change by an older message that comes late', [standby(2), message(1)], 'human'],
		['does not change by an older message on standby that comes late', [message(2), standby(1)], 'bot'],
	])('%s', (_, batches, expected) => {
		expect(ownerAfter(...batches)).toBe(expected);
		expect(ownerAfter(batches.flat())).toBe(expected);
		expect(ownerAfter(...batches, ...batches)).toBe(expected);
	});

	it('goes along where a number and a user ID turn out to be one person', () => {
		const sign = { sinceMs: at(1), atMs: at(1) };
		const taken: SessionEvidence = { kind: 'conversation', phoneNumberId: NUMBER, user: { waId: BOTH.waId }, atMs: at(1), conversation: { signs: { operation: sign } } };
		expect(ownerAfter([taken], [{ ...taken, user: { bsuid: 'US.1' }, conversation: { givenBackAtMs: at(0) } }], message(3))).toBe('human');
	});
});

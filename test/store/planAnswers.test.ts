import fc from 'fast-check';

import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';
import { judgeAnswer } from '../../nodes/shared/domain/judgeAnswer';
import type { AnswerWaitRow } from '../../nodes/shared/store/scripts/AnswerWaitRow';
import { planAnswers } from '../../nodes/shared/store/scripts/planAnswers';
import { NOON_MS, SECOND_MS } from './instants';

const ANSWERED_AT_MS = NOON_MS + 30 * SECOND_MS;

const rowOf = (index: number, askedAfterMs: number): AnswerWaitRow => ({
	wait_id: `w${index}`,
	question_ids: JSON.stringify([`q${index}`]),
	resume_url: `u${index}`,
	phone_number_id: '1',
	bsuid: null,
	wa_id: '1',
	instance_id: 'i',
	execution_id: String(index),
	asked_at_ms: NOON_MS + askedAfterMs,
	waits_since_ms: NOON_MS + askedAfterMs,
	gives_up_at_ms: NOON_MS + 3_600_000,
	takes_gestures: false,
	state: 'open',
	answered_by: null,
	claimed_by: null,
	claimed_until_ms: null,
	tries: 0,
	tried_since_ms: null,
});
const waitsArbitrary = fc
	.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 5 })
	.map((asked) => asked.map((askedAfterMs, index) => rowOf(index, askedAfterMs)));
const messageArbitrary = fc.record({
	repliesTo: fc.option(fc.constantFrom('q0', 'q1', 'q2', 'q9'), { nil: undefined }),
	afterSeconds: fc.integer({ min: -5, max: 25 }),
});
const messagesArbitrary = fc.array(messageArbitrary, { maxLength: 6 }).map((messages) =>
	messages.map(
		({ repliesTo, afterSeconds }, index): InboundAnswer => ({
			eventId: `e${index}`,
			phoneNumberId: '1',
			user: { waId: '1' },
			atMs: NOON_MS + afterSeconds * SECOND_MS,
			...(repliesTo && { repliesTo }),
		}),
	),
);

/** Takes the messages of one delivery, and writes down what they continued, as the store does. */
function deliver(waits: AnswerWaitRow[], messages: InboundAnswer[], deliveryId: string): string[] {
	const delivery = { deliveryId, atMs: ANSWERED_AT_MS, leaseUntilMs: ANSWERED_AT_MS + 1 };
	const { claimed } = planAnswers(messages.map((answer) => ({ answer, waits })), delivery);
	for (const { eventId, wait } of claimed) {
		const row = waits.find(({ wait_id }) => wait_id === wait.waitId)!;
		Object.assign(row, { state: 'continued', answered_by: eventId });
	}
	return claimed.map(({ eventId, wait }) => `${eventId} ${wait.questionIds.join()}`);
}

describe('which message answers which question', () => {
	it('gives each question one message and each message one question, whatever comes in whatever order', () => {
		fc.assert(
			fc.property(waitsArbitrary, messagesArbitrary, (waits, messages) => {
				const { claimed } = planAnswers(
					messages.map((answer) => ({ answer, waits })),
					{ deliveryId: 'd', atMs: ANSWERED_AT_MS, leaseUntilMs: ANSWERED_AT_MS + 1 },
				);
				expect(new Set(claimed.map(({ eventId }) => eventId)).size).toBe(claimed.length);
				expect(new Set(claimed.map(({ wait }) => wait.waitId)).size).toBe(claimed.length);
				for (const { eventId, wait } of claimed) {
					const message = messages.find((one) => one.eventId === eventId)!;
					expect(judgeAnswer(message, wait, { atMs: ANSWERED_AT_MS })).toBe('answer');
				}
			}),
		);
	});

	it('continues nothing more when everything is delivered again, in any order and as often as it may be', () => {
		fc.assert(
			fc.property(waitsArbitrary, messagesArbitrary, fc.infiniteStream(fc.nat()), (waits, messages, order) => {
				const first = deliver(waits, messages, 'first');
				const continuedBy = new Set(first.map((claim) => claim.split(' ')[0]));
				const before = structuredClone(waits);
				const again = messages.filter(({ eventId }) => continuedBy.has(eventId)).sort(() => (order.next().value % 3) - 1);
				expect(deliver(waits, again, 'second')).toEqual([]);
				expect(deliver(waits, again.toReversed(), 'third')).toEqual([]);
				expect(waits).toEqual(before);
			}),
		);
	});

	it('gives a reply to its question in whatever order replies come', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(['q0', 'q1', 'q2']), (order) => {
				const waits = [0, 1, 2].map((index) => rowOf(index, index));
				const messages = order.map((repliesTo) => ({ eventId: `to ${repliesTo}`, phoneNumberId: '1', user: { waId: '1' }, repliesTo, atMs: NOON_MS }));
				expect(deliver(waits, messages, 'd').sort()).toEqual(order.map((question) => `to ${question} ${question}`).sort());
			}),
		);
	});
});

import { judgeAnswer, type AnswerMoment, type AnswerVerdict, type AskedQuestion } from '../../nodes/shared/domain/judgeAnswer';
import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';

const SECOND_MS = 1_000;
const NOON_MS = Date.UTC(2026, 10, 26, 12);
/** Half a second after noon: WhatsApp dates what is written in that second with noon. */
const ASKED_AT_MS = NOON_MS + 500;

const message = (more: Partial<InboundAnswer> = {}): InboundAnswer => ({ eventId: 'a', phoneNumberId: '1', user: { waId: '2' }, atMs: NOON_MS + 5 * SECOND_MS, ...more });
const question = (more: Partial<AskedQuestion> = {}): AskedQuestion => ({ questionIds: ['q'], askedAtMs: ASKED_AT_MS, waitsSinceMs: ASKED_AT_MS, takesGestures: false, ...more });
const at = (more: Partial<AnswerMoment> = {}): AnswerMoment => ({ atMs: NOON_MS + 6 * SECOND_MS, ...more });

describe('what a message is to a question', () => {
	it.each<[what: string, atMs: number, arrivedAtMs: number | undefined, verdict: AnswerVerdict]>([
		['written in the second before', NOON_MS - SECOND_MS, undefined, 'other'],
		['written in its second, and received after it', NOON_MS, ASKED_AT_MS + 1, 'answer'],
		['written in its second, and received at its instant', NOON_MS, ASKED_AT_MS, 'other'],
		['written in its second, and received before it', NOON_MS, ASKED_AT_MS - 1, 'other'],
		['received before it, and written later by a clock that runs ahead', NOON_MS + 2 * SECOND_MS, ASKED_AT_MS - 1, 'other'],
		['written an hour before, and delivered late', NOON_MS - 3_600_000, ASKED_AT_MS + 1, 'other'],
		['written later', NOON_MS + SECOND_MS, undefined, 'answer'],
	])('depends on when it came: %s', (_, atMs, arrivedAtMs, verdict) => {
		expect(judgeAnswer(message({ atMs }), question(), at({ arrivedAtMs }))).toBe(verdict);
	});

	it('is its answer when it names any part of it, whatever its time', () => {
		const parts = question({ questionIds: ['part 1', 'part 2'] });
		for (const repliesTo of parts.questionIds) expect(judgeAnswer(message({ repliesTo, atMs: 0 }), parts, at({ arrivedAtMs: 0 }))).toBe('answer');
		expect(judgeAnswer(message({ repliesTo: 'other' }), parts, at())).toBe('other');
	});

	it.each<[what: string, more: Partial<InboundAnswer>, afterMs: number, verdict: AnswerVerdict]>([
		['a message of its own', {}, 1, 'answer'],
		['one that names a message', { repliesTo: 'q' }, 1, 'tooEarly'],
		['the same a minute later, when no name will come', { repliesTo: 'q' }, 60_000, 'answer'],
		['the same a moment before that', { repliesTo: 'q' }, 60_000 - 1, 'tooEarly'],
		['one that names a message and was written before', { repliesTo: 'q', atMs: NOON_MS - SECOND_MS }, 1, 'other'],
		['a reaction', { repliesTo: 'q', gesture: 'made' }, 1, 'tooEarly'],
	])('that has no name yet: %s', (_, more, afterMs, verdict) => {
		expect(judgeAnswer(message(more), question({ questionIds: [] }), at({ atMs: ASKED_AT_MS + afterMs }))).toBe(verdict);
	});

	it.each<[gesture: InboundAnswer['gesture'], takesGestures: boolean, verdict: AnswerVerdict]>([
		['made', false, 'aside'],
		['made', true, 'answer'],
		['takenBack', false, 'aside'],
		['takenBack', true, 'aside'],
		[undefined, false, 'answer'],
	])('depends on what the builder takes for an answer: %s, %s', (gesture, takesGestures, verdict) => {
		expect(judgeAnswer(message({ gesture }), question({ takesGestures }), at())).toBe(verdict);
		expect(judgeAnswer(message({ gesture, repliesTo: 'q' }), question({ takesGestures }), at())).toBe(verdict);
		expect(judgeAnswer(message({ gesture, repliesTo: 'other' }), question({ takesGestures }), at())).toBe('other');
	});
});

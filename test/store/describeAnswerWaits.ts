import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';
import type { AnswerOutcome, AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { waId: '15557654321' };

const waitOf = (questionId: string, more: Partial<AnswerWait> = {}): AnswerWait => ({
	phoneNumberId: '1',
	user: ADA,
	questionId,
	resumeUrl: `https://n8n.example/webhook-waiting/${questionId}/answer?signature=s'"`,
	instanceId: 'instance',
	executionId: '7',
	askedAtMs: NOON_MS,
	givesUpAtMs: NOON_MS + DAY_MS,
	...more,
});
const answerOf = (eventId: string, more: Partial<InboundAnswer> = {}): InboundAnswer => ({
	eventId,
	phoneNumberId: '1',
	user: ADA,
	atMs: NOON_MS + SECOND_MS,
	...more,
});
const at = (atMs = NOON_MS + SECOND_MS, deliveryId = 'delivery') => ({ deliveryId, atMs, leaseUntilMs: atMs + LEASE_MS });

/** Who waits for whose answer. */
export function describeAnswerWaits(open: OpenStore): void {
	describe('waits for an answer', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
		});
		afterEach(() => store.close());

		/** The questions that messages answer, by message; settled as free, so that the next look-up finds them again. */
		async function answered(answers: InboundAnswer[], delivery = at()): Promise<Record<string, string>> {
			const { claimed } = await store.claimAnswers(answers, delivery);
			await store.settleAnswers(delivery.deliveryId, claimed.map((claim) => ({ claim, outcome: 'free' as const })));
			return Object.fromEntries(claimed.map(({ eventId, wait }) => [eventId, wait.questionId]));
		}

		async function settle(answer: InboundAnswer, outcome: AnswerOutcome, delivery = at()): Promise<void> {
			const { claimed } = await store.claimAnswers([answer], delivery);
			expect(claimed).toHaveLength(1);
			await store.settleAnswers(delivery.deliveryId, claimed.map((claim) => ({ claim, outcome })));
		}

		it('are none where nobody asked, and nothing is done for nothing', async () => {
			await store.recordWaits([]);
			await store.settleAnswers('delivery', []);
			expect(await store.claimAnswers([], at())).toEqual({ claimed: [], continued: [], underWay: [] });
			expect(await store.claimAnswers([answerOf('a')], at())).toEqual({ claimed: [], continued: [], underWay: [] });
		});

		it('are given whole to the message that answers, also after a restart', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.close();
			store = await opened.reopen();
			expect(await store.claimAnswers([answerOf('a')], at())).toEqual({
				claimed: [{ eventId: 'a', wait: waitOf('q'), isRepeated: false }],
				continued: [],
				underWay: [],
			});
		});

		it.each<[what: string, answer: Partial<InboundAnswer>, question: string | undefined]>([
			['a reply to the first of two questions', { repliesTo: 'q1' }, 'q1'],
			['a reply to the second of two questions', { repliesTo: 'q2' }, 'q2'],
			['a message of its own, which answers what was asked last', {}, 'q2'],
			['a reply to another message', { repliesTo: 'other' }, undefined],
			['a message from before both questions', { atMs: NOON_MS - HOUR_MS - SECOND_MS }, undefined],
			['a message from between the two questions', { atMs: NOON_MS - SECOND_MS }, 'q1'],
			['a message within the second of a question, of which WhatsApp tells no more', { atMs: NOON_MS }, 'q2'],
			['a reply whose time says that it is older than its question', { repliesTo: 'q2', atMs: NOON_MS - DAY_MS }, 'q2'],
			['a message of somebody else', { user: BEN }, undefined],
			['a reply of somebody else', { user: BEN, repliesTo: 'q1' }, undefined],
			['a message of somebody else who has the same number by now', { user: { ...ADA, bsuid: 'US.2' } }, undefined],
			['a message to another business number', { phoneNumberId: '2' }, undefined],
			['a message that names the person by BSUID alone', { user: { bsuid: ADA.bsuid } }, 'q2'],
			['a message that names the person by wa_id alone', { user: { waId: ADA.waId } }, 'q2'],
		])('match by message, person and time: %s', async (_, more, question) => {
			await store.recordWaits([waitOf('q1', { askedAtMs: NOON_MS - HOUR_MS }), waitOf('q2', { askedAtMs: NOON_MS + 999 })]);
			expect(await answered([answerOf('a', more)])).toEqual(question === undefined ? {} : { a: question });
		});

		it('are not found by a number that has passed to somebody else, though the session still knows who had it', async () => {
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			await store.recordWaits([waitOf('q', { user: { bsuid: ADA.bsuid } })]);
			expect(await answered([answerOf('a', { user: { bsuid: 'US.2', waId: ADA.waId } })])).toEqual({});
			expect(await answered([answerOf('b', { user: { waId: ADA.waId } })])).toEqual({ b: 'q' });
		});

		it('find a person whose other name only the session knows', async () => {
			await store.recordWaits([waitOf('q', { user: { waId: ADA.waId } })]);
			const bsuidOnly = answerOf('a', { user: { bsuid: ADA.bsuid } });
			expect(await answered([bsuidOnly])).toEqual({});
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			expect(await answered([bsuidOnly])).toEqual({ a: 'q' });
		});

		it.each([
			[-1, { a: 'q' }],
			[0, {}],
			[1, {}],
		])('are over at the instant they give up: %i ms from then', async (afterMs, claims) => {
			await store.recordWaits([waitOf('q')]);
			const atMs = NOON_MS + DAY_MS + afterMs;
			expect(await answered([answerOf('a', { repliesTo: 'q' })], at(atMs))).toEqual(claims);
		});

		it('give each of several messages a question of its own, and the last one nothing', async () => {
			await store.recordWaits([waitOf('q1'), waitOf('q2', { askedAtMs: NOON_MS + 1 })]);
			const messages = [answerOf('a'), answerOf('b'), answerOf('c')];
			expect(await answered(messages)).toEqual({ a: 'q2', b: 'q1' });
		});

		it('belong to one message from its claim on, also when its delivery died', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.claimAnswers([answerOf('a')], at());
			const later = at(NOON_MS + 2 * LEASE_MS, 'other');
			expect(await answered([answerOf('b'), answerOf('c', { repliesTo: 'q' })], later)).toEqual({});
		});

		it('make a second delivery of the message wait as long as the first one is at work, and say that it is repeated', async () => {
			await store.recordWaits([waitOf('q')]);
			const first = at();
			await store.claimAnswers([answerOf('a')], first);
			expect(await store.claimAnswers([answerOf('a')], at(first.leaseUntilMs - 1, 'other'))).toEqual({ claimed: [], continued: [], underWay: ['a'] });
			const { claimed, underWay } = await store.claimAnswers([answerOf('a')], at(first.leaseUntilMs, 'other'));
			expect([claimed, underWay]).toMatchObject([[{ wait: { questionId: 'q' }, isRepeated: true }], []]);
		});

		it('stay with a message that was being given to n8n when they gave up', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.claimAnswers([answerOf('a')], at());
			const { claimed } = await store.claimAnswers([answerOf('a')], at(NOON_MS + 2 * DAY_MS, 'other'));
			expect(claimed).toMatchObject([{ isRepeated: true }]);
		});

		it('end with the answer that continued the execution, which is known from then on', async () => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), 'continued');
			expect(await store.claimAnswers([answerOf('a'), answerOf('b', { repliesTo: 'q' })], at(NOON_MS + 2 * DAY_MS, 'other'))).toEqual({
				claimed: [],
				continued: ['a'],
				underWay: [],
			});
		});

		it('are free again when n8n could not be asked, and end when nobody waits any more', async () => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), 'free');
			await settle(answerOf('b'), 'gone');
			expect(await answered([answerOf('a'), answerOf('b')])).toEqual({});
			expect((await store.claimAnswers([answerOf('b')], at())).continued).toEqual([]);
		});

		it('stay with the message of which nobody knows whether it continued the execution', async () => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), 'unknown');
			expect(await answered([answerOf('b'), answerOf('c', { repliesTo: 'q' })])).toEqual({});
			expect(await store.claimAnswers([answerOf('a')], at(NOON_MS + SECOND_MS, 'again'))).toMatchObject({ claimed: [{ isRepeated: true }] });
		});

		it('are claimed by no message of a delivery that has to wait for another one', async () => {
			await store.recordWaits([waitOf('q1'), waitOf('q2')]);
			const [one, other] = [answerOf('a', { repliesTo: 'q1' }), answerOf('b', { repliesTo: 'q2' })];
			await store.claimAnswers([one], at(NOON_MS + SECOND_MS, 'first'));
			expect(await store.claimAnswers([other, one], at())).toEqual({ claimed: [], continued: [], underWay: ['a'] });
			expect(await store.claimAnswers([other], at(NOON_MS + SECOND_MS, 'third'))).toMatchObject({
				claimed: [{ wait: { questionId: 'q2' }, isRepeated: false }],
			});
		});

		it('take no word from a delivery that does not have them any more', async () => {
			await store.recordWaits([waitOf('q')]);
			const { claimed } = await store.claimAnswers([answerOf('a')], at());
			const other = at(NOON_MS + 2 * LEASE_MS, 'other');
			await store.claimAnswers([answerOf('a')], other);
			await store.settleAnswers('delivery', claimed.map((claim) => ({ claim, outcome: 'gone' as const })));
			expect(await store.claimAnswers([answerOf('a')], other)).toMatchObject({ claimed: [{ isRepeated: true }] });
		});

		it('begin anew when the same execution asks again', async () => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), 'continued');
			const again = waitOf('q', { askedAtMs: NOON_MS + HOUR_MS, givesUpAtMs: NOON_MS + 3 * DAY_MS });
			await store.recordWaits([waitOf('q'), again]);
			const { claimed } = await store.claimAnswers([answerOf('b', { repliesTo: 'q' })], at());
			expect(claimed).toEqual([{ eventId: 'b', wait: again, isRepeated: false }]);
		});

		it('of two executions that wait for one message go to the one that asked last', async () => {
			const first = waitOf('q', { resumeUrl: 'https://n8n.example/1', executionId: '1' });
			await store.recordWaits([first, { ...first, resumeUrl: 'https://n8n.example/2', executionId: '2', askedAtMs: NOON_MS + 1 }]);
			const { claimed } = await store.claimAnswers([answerOf('a', { repliesTo: 'q' })], at());
			expect(claimed).toMatchObject([{ wait: { executionId: '2' } }]);
		});

		it('are claimed with the webhook that brings the answer, and by no message that was acknowledged before', async () => {
			const answers = [answerOf('a'), answerOf('b')];
			await store.acknowledgeEvents('trigger', ['a'], NOON_MS);
			await store.recordWaits([waitOf('q')]);
			const record = toWebhookRecord({ receivedAtMs: NOON_MS + SECOND_MS, eventIds: ['a'], answers });
			expect(await store.recordWebhook(record)).toMatchObject({ leased: [], answers: { claimed: [{ eventId: 'b' }] } });
		});

		it('are not claimed by a webhook that has to wait for another delivery', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.recordWebhook(toWebhookRecord({ eventIds: ['c'] }));
			const record = toWebhookRecord({ deliveryId: 'other', eventIds: ['a', 'c'], answers: [answerOf('a')] });
			expect(await store.recordWebhook(record)).toEqual({ leased: [], underWay: ['c'] });
			expect(await answered([answerOf('b')])).toEqual({ b: 'q' });
		});

		it('lease no event of a webhook whose answer another delivery is at work on', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.claimAnswers([answerOf('a')], at(NOON_MS, 'first'));
			const record = toWebhookRecord({ eventIds: ['c'], answers: [answerOf('a')] });
			expect(await store.recordWebhook({ ...record, deliveryId: 'second' })).toEqual({ leased: [], underWay: ['a'] });
			expect(await store.recordWebhook(toWebhookRecord({ deliveryId: 'third', eventIds: ['c'] }))).toEqual({ leased: ['c'], underWay: [] });
		});

		it('are removed 8 days after they gave up', async () => {
			await store.recordWaits([waitOf('q')]);
			const endMs = NOON_MS + DAY_MS + 8 * DAY_MS;
			await store.recordWebhook(toWebhookRecord({ receivedAtMs: endMs }));
			expect(await opened.countRows('answer_waits')).toBe(1);
			await store.recordWebhook(toWebhookRecord({ receivedAtMs: endMs + HOUR_MS }));
			expect(await opened.countRows('answer_waits')).toBe(0);
		});
	});
}

import type { InboundAnswer } from '../../nodes/shared/domain/InboundAnswer';
import type { AnswerOutcome, AnswerReceipt, AnswerWait } from '../../nodes/shared/store/AnswerWaits';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { waId: '15557654321' };

const waitOf = (questionId: string, more: Partial<AnswerWait> = {}): AnswerWait => ({
	waitId: `wait of ${questionId}`,
	phoneNumberId: '1',
	user: ADA,
	questionIds: [questionId],
	resumeUrl: `https://n8n.example/webhook-waiting/${questionId}/answer?signature=s'"`,
	instanceId: 'instance',
	executionId: '7',
	askedAtMs: NOON_MS,
	waitsSinceMs: NOON_MS,
	givesUpAtMs: NOON_MS + DAY_MS,
	takesGestures: false,
	...more,
});
const answerOf = (eventId: string, more: Partial<InboundAnswer> = {}): InboundAnswer => ({
	eventId,
	phoneNumberId: '1',
	user: ADA,
	atMs: NOON_MS + SECOND_MS,
	...more,
});
const NOTHING: AnswerReceipt = { claimed: [], gathered: [], continued: [], asides: [], underWay: [] };
/** Both names of Ada, in two records that nothing joins: the only way in which two questions to her wait. */
const BY_BSUID = { bsuid: ADA.bsuid };
const BY_WA_ID = { waId: ADA.waId };
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
			return Object.fromEntries(claimed.map(({ eventId, wait }) => [eventId, wait.questionIds.join()]));
		}

		async function settle(answer: InboundAnswer, outcome: AnswerOutcome, delivery = at()): Promise<void> {
			const { claimed } = await store.claimAnswers([answer], delivery);
			expect(claimed).toHaveLength(1);
			await store.settleAnswers(delivery.deliveryId, claimed.map((claim) => ({ claim, outcome })));
		}

		it('are none where nobody asked, and nothing is done for nothing', async () => {
			await store.recordWaits([]);
			await store.settleAnswers('delivery', []);
			expect(await store.claimAnswers([], at())).toEqual(NOTHING);
			expect(await store.claimAnswers([answerOf('a')], at())).toEqual(NOTHING);
		});

		it('are given whole to the message that answers, also after a restart', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.close();
			store = await opened.reopen();
			expect(await store.claimAnswers([answerOf('a')], at())).toEqual({
				...NOTHING,
				claimed: [{ eventId: 'a', wait: waitOf('q'), isRepeated: false, tries: 1, triedSinceMs: NOON_MS + SECOND_MS }],
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
			['a reply of somebody else', { user: BEN, repliesTo: 'q2' }, undefined],
			['a message to another business number', { phoneNumberId: '2' }, undefined],
			['a message that names the person by BSUID alone', { user: BY_BSUID }, 'q1'],
			['a message that names the person by wa_id alone', { user: BY_WA_ID }, 'q2'],
			['a reply under a name that nothing has joined to that of the question', { user: BY_BSUID, repliesTo: 'q2' }, 'q2'],
			['the same the other way round', { user: BY_WA_ID, repliesTo: 'q1' }, 'q1'],
			['a reply of somebody else who shows a BSUID as well', { user: { bsuid: 'US.2', waId: BEN.waId }, repliesTo: 'q2' }, undefined],
			['a reply under a name that nothing has joined, to another business number', { user: BY_BSUID, repliesTo: 'q2', phoneNumberId: '2' }, undefined],
		])('match by message, person and time: %s', async (_, more, question) => {
			await store.recordWaits([waitOf('q1', { user: BY_BSUID, askedAtMs: NOON_MS - HOUR_MS }), waitOf('q2', { user: BY_WA_ID, askedAtMs: NOON_MS + 999 })]);
			expect(await answered([answerOf('a', more)])).toEqual(question === undefined ? {} : { a: question });
		});

		it('are not found by a number that has passed to somebody else, though the session still knows who had it', async () => {
			await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
			await store.recordWaits([waitOf('q', { user: { bsuid: ADA.bsuid } })]);
			expect(await answered([answerOf('a', { user: { bsuid: 'US.2', waId: ADA.waId } })])).toEqual({});
			expect(await answered([answerOf('b', { user: { waId: ADA.waId } })])).toEqual({ b: 'q' });
		});

		it.each<[what: string, more: Partial<InboundAnswer>]>([
			['a message', {}],
			['a reply to the question', { repliesTo: 'q' }],
		])('do not match somebody else who has the number of the person by now: %s', async (_, more) => {
			await store.recordWaits([waitOf('q')]);
			expect(await answered([answerOf('a', { user: { ...ADA, bsuid: 'US.2' }, ...more })])).toEqual({});
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
			await store.recordWaits([waitOf('q1', { user: BY_BSUID }), waitOf('q2', { user: BY_WA_ID, askedAtMs: NOON_MS + 1 })]);
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
			expect(await store.claimAnswers([answerOf('a')], at(first.leaseUntilMs - 1, 'other'))).toEqual({ ...NOTHING, underWay: ['a'] });
			const { claimed, underWay } = await store.claimAnswers([answerOf('a')], at(first.leaseUntilMs, 'other'));
			expect([claimed, underWay]).toMatchObject([[{ wait: { questionIds: ['q'] }, isRepeated: true, tries: 2, triedSinceMs: NOON_MS + SECOND_MS }], []]);
		});

		it('do not wait an hour for a delivery by a clock that is an hour ahead', async () => {
			await store.recordWaits([waitOf('q')]);
			await store.claimAnswers([answerOf('a')], { ...at(), leaseUntilMs: NOON_MS + 60 * 60 * SECOND_MS });
			expect((await store.claimAnswers([answerOf('a')], at(NOON_MS + SECOND_MS, 'other'))).claimed).toMatchObject([{ isRepeated: true }]);
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
				...NOTHING,
				continued: ['a'],
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
			await store.recordWaits([waitOf('q1', { user: BY_BSUID }), waitOf('q2', { user: BY_WA_ID })]);
			const [one, other] = [answerOf('a', { repliesTo: 'q1' }), answerOf('b', { repliesTo: 'q2' })];
			await store.claimAnswers([one], at(NOON_MS + SECOND_MS, 'first'));
			expect(await store.claimAnswers([other, one], at())).toEqual({ ...NOTHING, underWay: ['a'] });
			expect(await store.claimAnswers([other], at(NOON_MS + SECOND_MS, 'third'))).toMatchObject({
				claimed: [{ wait: { questionIds: ['q2'] }, isRepeated: false }],
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
			await store.recordWaits([waitOf('q', { questionIds: [] })]);
			const again = waitOf('q', { waitId: 'again', askedAtMs: NOON_MS + HOUR_MS, givesUpAtMs: NOON_MS + 3 * DAY_MS });
			await store.recordWaits([again]);
			const { claimed } = await store.claimAnswers([answerOf('b', { repliesTo: 'q' })], at());
			expect(claimed).toMatchObject([{ eventId: 'b', wait: again, isRepeated: false }]);
			expect(await opened.countRows('answer_waits')).toBe(1);
		});

		it('stay on record with their answer when the same execution asks something else', async () => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), 'continued');
			await store.recordWaits([waitOf('q2', { resumeUrl: waitOf('q').resumeUrl })]);
			expect((await store.claimAnswers([answerOf('a')], at())).continued).toEqual(['a']);
		});

		describe('for one person', () => {
			/** The waits that a webhook is to tell of their end, by name. */
			async function ended(deliveryId: string, receivedAtMs = NOON_MS): Promise<string[]> {
				const receipt = await store.recordWebhook(toWebhookRecord({ deliveryId, receivedAtMs, answers: [] }));
				return (receipt.ended ?? []).map(({ wait }) => wait.waitId).sort();
			}

			it('end when a newer question is out, also one that is sent under another name', async () => {
				await store.recordEvidence([{ kind: 'identity', phoneNumberId: '1', user: ADA, atMs: NOON_MS }]);
				await store.recordWaits([waitOf('q1', { user: BY_BSUID }), waitOf('q2', { user: BY_WA_ID })]);
				expect(await answered([answerOf('a', { repliesTo: 'q1' }), answerOf('b')])).toEqual({ b: 'q2' });
				expect(await ended('telling')).toEqual(['wait of q1']);
			});

			it('stay when the newer question is only about to go out, and is withdrawn', async () => {
				await store.recordWaits([waitOf('q1'), waitOf('q2', { questionIds: [], askedAtMs: NOON_MS + 1 })]);
				await store.withdrawWait('wait of q2');
				await store.withdrawWait('nobody');
				expect(await answered([answerOf('a')])).toEqual({ a: 'q1' });
				expect(await ended('telling')).toEqual([]);
			});

			it('stay when the newer question is one to somebody else, of another business number, or of another owner of the number', async () => {
				await store.recordWaits([
					waitOf('q1'),
					waitOf('q2', { user: BEN }),
					waitOf('q3', { phoneNumberId: '2' }),
					waitOf('q4', { user: { ...ADA, bsuid: 'US.2' } }),
				]);
				expect(await ended('telling')).toEqual([]);
				expect(await answered([answerOf('a')])).toEqual({ a: 'q1' });
			});

			it('stay while a message is being given to them', async () => {
				await store.recordWaits([waitOf('q1')]);
				await store.claimAnswers([answerOf('a')], at());
				await store.recordWaits([waitOf('q2')]);
				expect(await ended('telling')).toEqual([]);
				expect((await store.claimAnswers([answerOf('a')], at())).claimed).toMatchObject([{ wait: { questionIds: ['q1'] } }]);
			});

			it('are one when two questions cross: the one that was named first ends the other, which ends none', async () => {
				await store.recordWaits([waitOf('q1', { questionIds: [] }), waitOf('q2', { questionIds: [] })]);
				await store.recordQuestion('wait of q2', ['q2'], NOON_MS);
				await store.recordQuestion('wait of q1', ['q1'], NOON_MS);
				expect(await ended('telling')).toEqual(['wait of q1']);
				expect(await answered([answerOf('a', { repliesTo: 'q1' }), answerOf('b')])).toEqual({ b: 'q2' });
			});

			it('are told of their end by one delivery, by another when that one died, and by none when it is done', async () => {
				await store.recordWaits([waitOf('q1'), waitOf('q2')]);
				expect(await ended('first')).toEqual(['wait of q1']);
				expect(await ended('second', NOON_MS + LEASE_MS - 1)).toEqual([]);
				const { ended: [claim] = [] } = await store.recordWebhook(toWebhookRecord({ deliveryId: 'third', receivedAtMs: NOON_MS + LEASE_MS, answers: [] }));
				expect(claim).toMatchObject({ tries: 2, triedSinceMs: NOON_MS, wait: { questionIds: ['q1'], resumeUrl: waitOf('q1').resumeUrl } });
				await store.settleAnswers('third', [{ claim: claim!, outcome: 'gone' }]);
				expect(await ended('fourth', NOON_MS + 3 * LEASE_MS)).toEqual([]);
			});

			it('are told of nothing by a test of the trigger', async () => {
				await store.recordWaits([waitOf('q1'), waitOf('q2')]);
				expect((await store.recordWebhook(toWebhookRecord())).ended).toBeUndefined();
			});

			it('that have given up by then end by themselves', async () => {
				await store.recordWaits([waitOf('q1', { givesUpAtMs: NOON_MS }), waitOf('q2')]);
				expect(await ended('telling')).toEqual([]);
			});
		});

		describe('for a question that is about to go out', () => {
			beforeEach(async () => await store.recordWaits([waitOf('q', { questionIds: [], askedAtMs: NOON_MS, waitsSinceMs: NOON_MS })]));

			it('are found by person and time', async () => {
				const { claimed } = await store.claimAnswers([answerOf('a')], at());
				expect(claimed).toMatchObject([{ eventId: 'a', wait: { waitId: 'wait of q', questionIds: [] } }]);
			});

			it('keep a reply back that may name it, until it has a name', async () => {
				const reply = answerOf('a', { repliesTo: 'q' });
				expect(await store.claimAnswers([reply], at())).toEqual({ ...NOTHING, underWay: ['a'] });
				await store.recordQuestion('wait of q', ['part', 'q'], NOON_MS);
				expect((await store.claimAnswers([answerOf('b', { repliesTo: 'other' })], at())).underWay).toEqual([]);
				expect((await store.claimAnswers([reply], at())).claimed).toMatchObject([{ wait: { waitId: 'wait of q' } }]);
			});

			it('take a reply for the answer when it never got a name', async () => {
				const late = at(NOON_MS + 60_000);
				expect((await store.claimAnswers([answerOf('a', { repliesTo: 'q' })], late)).claimed).toHaveLength(1);
			});
		});

		it.each(['part 1', 'part 2', 'part 3'])('match a reply to any part of a long text: %s', async (repliesTo) => {
			await store.recordWaits([waitOf('q', { questionIds: ['part 3', 'part 1', 'part 2', 'part 1'] })]);
			expect((await store.claimAnswers([answerOf('a', { repliesTo })], at())).claimed).toHaveLength(1);
		});

		it('take no message for the answer that a trigger had received when the question went out, whatever its second', async () => {
			const askedAtMs = NOON_MS + 500;
			const message = answerOf('a', { atMs: NOON_MS });
			await store.recordWebhook(toWebhookRecord({ receiver: 'another trigger', receivedAtMs: askedAtMs, eventIds: ['a'] }));
			await store.recordWaits([waitOf('q', { askedAtMs })]);
			const record = toWebhookRecord({ receivedAtMs: askedAtMs + 100, eventIds: ['a', 'b'], answers: [message, answerOf('b', { atMs: NOON_MS })] });
			expect((await store.recordWebhook(record)).answers?.claimed).toMatchObject([{ eventId: 'b' }]);
		});

		describe.each([false, true])('where stickers and reactions are answers: %s', (takesGestures) => {
			beforeEach(async () => await store.recordWaits([waitOf('q', { takesGestures })]));

			it.each<[what: string, message: Partial<InboundAnswer>, isAnswer: boolean, isAside: boolean]>([
				['a reaction to the question', { gesture: 'made', repliesTo: 'q' }, takesGestures, !takesGestures],
				['a sticker', { gesture: 'made' }, takesGestures, !takesGestures],
				['a reaction that was taken back', { gesture: 'takenBack', repliesTo: 'q' }, false, true],
				['a reaction to another message', { gesture: 'made', repliesTo: 'other' }, false, false],
				['a sticker from before the question', { gesture: 'made', atMs: NOON_MS - SECOND_MS }, false, false],
				['a sticker of somebody else', { gesture: 'made', user: BEN }, false, false],
			])('%s', async (_, message, isAnswer, isAside) => {
				const { claimed, asides } = await store.claimAnswers([answerOf('a', message)], at());
				expect([claimed.length, asides]).toEqual([isAnswer ? 1 : 0, isAside ? ['a'] : []]);
			});
		});

		it.each<[outcome: AnswerOutcome, asides: string[]]>([
			['continued', ['b']],
			['gone', []],
		])('leave a reaction to a question whose execution has %s to nobody: %j', async (outcome, asides) => {
			await store.recordWaits([waitOf('q')]);
			await settle(answerOf('a'), outcome);
			expect(await store.claimAnswers([answerOf('b', { repliesTo: 'q', gesture: 'made' })], at())).toEqual({ ...NOTHING, asides });
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
			await store.claimAnswers([answerOf('a')], at(NOON_MS + 1, 'first'));
			const record = toWebhookRecord({ receivedAtMs: NOON_MS + 2, eventIds: ['c'], answers: [answerOf('a')] });
			expect(await store.recordWebhook({ ...record, deliveryId: 'second' })).toEqual({ leased: [], underWay: ['a'] });
			expect(await store.recordWebhook(toWebhookRecord({ deliveryId: 'third', eventIds: ['c'] }))).toEqual({ leased: ['c'], underWay: [] });
		});

		it('are removed 8 days after they gave up', async () => {
			await store.recordWaits([waitOf('q')]);
			const endMs = NOON_MS + DAY_MS + 8 * DAY_MS;
			await store.prune(endMs);
			expect(await opened.countRows('answer_waits')).toBe(1);
			await store.prune(endMs + 1);
			expect(await opened.countRows('answer_waits')).toBe(0);
		});
	});
}

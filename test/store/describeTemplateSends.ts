import fc from 'fast-check';

import type { ConsentCategory } from '../../nodes/shared/domain/Consent';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { MOST_TEMPLATES } from '../../nodes/shared/store/TemplateSends';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const ADA = { waId: '12025550143' };
const ADA_ID = { bsuid: 'US.1' };
const WABA = 'waba';

/** Which templates a person has got, and claims that were judged by them. */
export function describeTemplateSends(open: OpenStore): void {
	describe('templates of a person', () => {
		let store: Store;
		beforeEach(async () => void ({ store } = await open()));
		afterEach(() => store.close());

		const keysOf = async (user: UserIdentity, account = WABA) => (await store.findTemplateSends(account, user)).sends.map(({ sendOnceKey }) => sendOnceKey);
		const judged = async (claim: ReturnType<typeof template> & { template?: SendClaim['template'] }) => ({ ...claim, historyVersion: (await store.findTemplateSends(WABA, claim.user)).version });

		it('gives those of the account, newest first, with their category and their instant', async () => {
			await store.claimSends([template('a'), template('b', { claimedAtMs: NOON_MS + 2 }, 'utility'), template('c', { claimedAtMs: NOON_MS + 1, phoneNumberId: '2' }, 'unknown')]);
			await store.claimSends([{ ...template('free'), sentAs: 'freeForm', template: undefined }]);
			await store.claimSends([template('other', { template: { businessAccountId: 'other', category: 'marketing' } }), template('Ben', { user: { waId: '1' } })]);
			expect((await store.findTemplateSends(WABA, ADA)).sends).toEqual([
				{ sendOnceKey: 'b', category: 'utility', sentAtMs: NOON_MS + 2 },
				{ sendOnceKey: 'c', category: undefined, sentAtMs: NOON_MS + 1 },
				{ sendOnceKey: 'a', category: 'marketing', sentAtMs: NOON_MS },
			]);
		});

		it('finds nothing of somebody who got none', async () => {
			expect(await store.findTemplateSends(WABA, ADA)).toMatchObject({ sends: [], lastInboundAtMs: undefined });
		});

		it('counts what is under way, undecided or sent, and not what failed or was released', async () => {
			await store.claimSends(['under way', 'undecided', 'sent', 'failed', 'released'].map((key) => template(key)));
			await store.recordOutcomes([
				{ sendOnceKey: 'undecided', state: 'unanswered' },
				{ sendOnceKey: 'sent', state: 'sent', messageId: 'wamid.sent', sentAtMs: NOON_MS },
				{ sendOnceKey: 'failed', state: 'sent', messageId: 'wamid.failed', sentAtMs: NOON_MS },
				{ sendOnceKey: 'released', state: 'released' },
			]);
			const failed = { messageId: 'wamid.failed', status: 'failed' as const, atMs: NOON_MS + 1, phoneNumberId: '1', user: ADA, errorCodes: [131026] };
			await store.recordWebhook({ ...toWebhookRecord({ deliveryId: 'd' }), statuses: [failed] });
			expect((await keysOf(ADA)).sort()).toEqual(['sent', 'undecided', 'under way']);
		});

		it('knows the person under every name, whichever became known first', async () => {
			await store.claimSends([template('by number'), template('by ID', { user: ADA_ID })]);
			expect(await keysOf(ADA_ID)).toEqual(['by ID']);
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: { ...ADA, ...ADA_ID }, atMs: NOON_MS }]);
			for (const user of [ADA, ADA_ID]) expect((await keysOf(user)).sort()).toEqual(['by ID', 'by number']);
		});

		it('counts a free-form try that a template has taken over', async () => {
			await store.claimSends([{ ...template('a', { claimId: 'first' }), sentAs: 'freeForm', template: undefined }]);
			await store.recordOutcomes([{ sendOnceKey: 'a', claimId: 'first', state: 'unanswered' }]);
			expect(await keysOf(ADA)).toEqual([]);
			expect(await store.claimSends([template('a', { claimId: 'second', takesOver: { claimId: 'first' } })])).toEqual([undefined]);
			expect(await keysOf(ADA)).toEqual(['a']);
		});

		it('says when the person last wrote to a number that one of them came from', async () => {
			const wrote = async (phoneNumberId: string, user: UserIdentity, atMs: number) =>
				await store.recordEvidence([{ kind: 'inbound', phoneNumberId, user, atMs }]);
			await store.claimSends([template('a'), template('b', { phoneNumberId: '2' })]);
			await wrote('1', { ...ADA, ...ADA_ID }, NOON_MS + 1);
			await wrote('2', ADA_ID, NOON_MS + 7);
			await wrote('of another account', ADA, NOON_MS + 9);
			expect((await store.findTemplateSends(WABA, ADA)).lastInboundAtMs).toBe(NOON_MS + 7);
		});

		it('gives so many of each category that no other one takes their place', async () => {
			const many = Array.from({ length: MOST_TEMPLATES + 5 }, (_, index) => template(`u${index}`, { claimedAtMs: NOON_MS + index }, 'utility'));
			await store.claimSends([template('offer', { claimedAtMs: NOON_MS - 1 }), ...many]);
			const keys = await keysOf(ADA);
			expect(keys).toHaveLength(MOST_TEMPLATES + 1);
			expect(keys).toContain('offer');
			expect(keys).not.toContain('u4');
		});

		it('lets a claim that was judged by another list be judged again', async () => {
			const [one, two] = [await judged(template('one')), await judged(template('two'))];
			expect(await store.claimTemplateSend(one)).toBeUndefined();
			expect(await store.claimTemplateSend(two)).toBe('overtaken');
			expect(await keysOf(ADA)).toEqual(['one']);
			expect(await store.claimTemplateSend(await judged(template('two')))).toBeUndefined();
		});

		it('notices one that came in with an earlier instant, from a machine whose clock is behind', async () => {
			await store.claimSends([template('first')]);
			const late = await judged(template('late'));
			await store.claimTemplateSend(await judged(template('behind', { claimedAtMs: NOON_MS - 60_000 })));
			expect(await store.claimTemplateSend(late)).toBe('overtaken');
		});

		it('shows the same send instead, where it is that which came in', async () => {
			const again = await judged(template('one'));
			await store.claimTemplateSend(again);
			expect(await store.claimTemplateSend(again)).toMatchObject({ sendOnceKey: 'one', state: 'claimed' });
		});

		it('lets one win of many that claim for the same person at once, by whatever name', async () => {
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: { ...ADA, ...ADA_ID }, atMs: NOON_MS }]);
			const claims = await Promise.all(Array.from({ length: 12 }, (_, rival) => judged(template(`rival ${rival}`, { user: rival % 2 ? ADA : ADA_ID }))));
			const answers = await Promise.all(claims.map((claim) => store.claimTemplateSend(claim)));
			expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
			expect(answers.filter((answer) => answer === 'overtaken')).toHaveLength(11);
		});

		it('never lets more out than one after the other would, in whatever order workflows look, claim, fail and answer', async () => {
			let run = 0;
			type Rival = { cap: number; by: UserIdentity };
			const rival = fc.record({ cap: fc.constantFrom(1, 2, 3), by: fc.constantFrom<keyof UserIdentity>('waId', 'bsuid') });
			const story = fc.record({ rivals: fc.array(rival, { minLength: 2, maxLength: 4 }), order: fc.array(fc.nat(11), { maxLength: 40 }) });
			await fc.assert(
				fc.asyncProperty(story, async ({ rivals, order }) => {
					const person = { waId: `1555${run++}`, bsuid: `US.p${run}` };
					await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: person, atMs: NOON_MS }]);
					const all: Rival[] = rivals.map(({ cap, by }) => ({ cap, by: { [by]: person[by] } }));
					// The model: what is out, as somebody would know it who sees everything at once.
					const out = new Set<string>();
					const looks = new Map<number, { version: string; count: number }>();
					let steps = 0;
					for (const step of order) {
						const index = step % all.length;
						const { cap, by } = all[index] as Rival;
						const look = looks.get(index);
						if (step >= 10 && out.size > 0) {
							const [key] = out;
							await store.recordOutcomes([{ sendOnceKey: key as string, state: 'released' }]);
							out.delete(key as string);
						} else if (!look || look.count >= cap) {
							const { version, sends } = await store.findTemplateSends(WABA, by);
							expect(sends.map(({ sendOnceKey }) => sendOnceKey).sort()).toEqual([...out].sort());
							looks.set(index, { version, count: sends.length });
						} else {
							const key = `p${run} ${steps++}`;
							const answer = await store.claimTemplateSend({ ...template(key, { user: by }), historyVersion: look.version });
							if (answer === undefined) {
								expect(out.size).toBeLessThan(cap);
								out.add(key);
							} else expect(answer).toBe('overtaken');
							looks.delete(index);
						}
					}
				}),
				{ numRuns: 40 },
			);
		});
	});
}

function template(sendOnceKey: string, more: Partial<SendClaim> = {}, category: ConsentCategory | 'unknown' = 'marketing') {
	const of = { businessAccountId: WABA, category: category === 'unknown' ? undefined : category };
	return { sendOnceKey, phoneNumberId: '1', user: ADA, sentAs: 'template' as const, claimedAtMs: NOON_MS, template: of, ...more };
}

import fc from 'fast-check';

import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const ACCOUNT = 'waba';
let lastClaim = 0;

/** A claim as the send nodes make it for a key of the builder's own. */
function own(user: UserIdentity, more: { key?: string; account?: string; phoneNumberId?: string } = {}): SendClaim {
	const { key = 'welcome', account = ACCOUNT, phoneNumberId = '1' } = more;
	return {
		sendOnceKey: ['own', account, user.waId ?? user.bsuid, key].join(':'),
		perPerson: { businessAccountId: account, group: `own:${account}:${key}`, formerGroup: `former:${key}` },
		claimId: `claim ${++lastClaim}`,
		phoneNumberId,
		user,
		sentAs: 'template',
		claimedAtMs: NOON_MS,
	};
}

/** Keys of the builder's own: each person gets one message for each, under whatever name. */
export function describePersonalKeys(open: OpenStore): void {
	describe('keys of the builder for each person', () => {
		let store: Store;
		beforeEach(async () => void ({ store } = await open()));
		afterEach(() => store.close());

		const join = async (user: UserIdentity, phoneNumberId = '1') =>
			await store.recordEvidence([{ kind: 'identity', phoneNumberId, user, atMs: NOON_MS }, { kind: 'inbound', phoneNumberId, user, atMs: NOON_MS }]);
		const rename = async (previous: UserIdentity, current: UserIdentity, atMs = NOON_MS) =>
			await store.recordWebhook(toWebhookRecord({ renamings: [{ businessAccountId: ACCOUNT, previous, current, atMs, evidence: 'wamid.0' }] }));
		const wins = async (claim: SendClaim) => (await store.claimSends([claim]))[0] === undefined;

		it('meet both names of a person who is on record with them', async () => {
			await join({ bsuid: 'US.1', waId: '1555' });
			expect(await wins(own({ waId: '1555' }))).toBe(true);
			expect(await wins(own({ bsuid: 'US.1' }))).toBe(false);
			expect(await store.findSendsByName([own({ bsuid: 'US.1' })])).toMatchObject([{ user: { waId: '1555' }, state: 'claimed' }]);
		});

		it('meet a message that went out before the two names were known to be one person', async () => {
			expect(await wins(own({ bsuid: 'US.1' }))).toBe(true);
			await join({ bsuid: 'US.1', waId: '1555' });
			expect(await wins(own({ waId: '1555' }))).toBe(false);
		});

		it('follow a person through new numbers and new user IDs', async () => {
			expect(await wins(own({ waId: '1555' }))).toBe(true);
			await rename({ waId: '1555' }, { waId: '1777' });
			await join({ bsuid: 'US.2', waId: '1777' });
			await rename({ bsuid: 'US.2' }, { bsuid: 'US.3' });
			expect(await wins(own({ bsuid: 'US.3' }))).toBe(false);
			expect(await wins(own({ waId: '1777' }))).toBe(false);
			expect(await wins(own({ waId: '1888' }))).toBe(true);
		});

		it('know a person whose number is another one by now, without a notice of it', async () => {
			await join({ bsuid: 'US.1', waId: '1555' });
			expect(await wins(own({ waId: '1555' }))).toBe(true);
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: { bsuid: 'US.1', waId: '1777' }, atMs: NOON_MS + 1 }]);
			expect(await wins(own({ waId: '1777' }))).toBe(false);
		});

		it('count across the numbers of an account, and not across accounts', async () => {
			expect(await wins(own({ waId: '1555' }))).toBe(true);
			expect(await wins(own({ waId: '1555' }, { phoneNumberId: '2' }))).toBe(false);
			expect(await wins(own({ waId: '1555' }, { account: 'another waba', phoneNumberId: '3' }))).toBe(true);
		});

		it('are free again when the message failed, under every name', async () => {
			await join({ bsuid: 'US.1', waId: '1555' });
			const claim = own({ waId: '1555' });
			await store.claimSends([claim]);
			await store.recordOutcomes([{ ...claim, state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			expect(await wins(own({ bsuid: 'US.1' }))).toBe(false);
			const status = { messageId: 'wamid.1', phoneNumberId: '1', user: {}, status: 'failed', atMs: NOON_MS, errorCodes: [131026] };
			await store.recordWebhook(toWebhookRecord({ statuses: [status] }));
			expect(await wins(own({ bsuid: 'US.1' }))).toBe(true);
			expect(await wins(own({ waId: '1555' }))).toBe(false);
		});

		it('let the first one of two that name one person in one call', async () => {
			await join({ bsuid: 'US.1', waId: '1555' });
			const answers = await store.claimSends([own({ waId: '1555' }), own({ bsuid: 'US.1' })]);
			expect(answers.map((record) => record === undefined)).toEqual([true, false]);
		});

		it('let one win of many that name one person in two ways at once', async () => {
			await join({ bsuid: 'US.1', waId: '1555' });
			const rivals = Array.from({ length: 12 }, (_, rival) => own(rival % 2 ? { bsuid: 'US.1' } : { waId: '1555' }));
			const won = await Promise.all(rivals.map(wins));
			expect(won.filter(Boolean)).toHaveLength(1);
		});

		it('let nobody get two messages, in whatever order people write, are renamed and are written to', async () => {
			const person = fc.constantFrom('a', 'b');
			const step = fc.oneof(
				fc.record({ kind: fc.constant('write' as const), person, by: fc.constantFrom('bsuid', 'waId', 'both') }),
				fc.record({ kind: fc.constant('send' as const), person, by: fc.constantFrom('bsuid', 'waId') }),
				fc.record({ kind: fc.constant('changeNumber' as const), person }),
				fc.record({ kind: fc.constant('changeUserId' as const), person }),
				fc.record({ kind: fc.constant('changeNumberSilently' as const), person }),
			);
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
					await expectOncePerPerson(store, steps, `key ${++run}`, `${run}`);
				}),
				{ numRuns: 150 },
			);
		});
	});

	type Step = { kind: 'write' | 'send'; person: string; by: string } | { kind: 'changeNumber' | 'changeUserId' | 'changeNumberSilently'; person: string };

	/**
	 * Plays a story and counts messages by person, apart from the store: people know who they are. Two names count as one person from
	 * the moment the business could know it: after a message that shows both, or a notice that the one became the other.
	 */
	async function expectOncePerPerson(store: Store, steps: Step[], key: string, run: string): Promise<void> {
		const people = new Map(['a', 'b'].map((name) => [name, { bsuid: `US.${name}${run}.0`, waId: `1${run.padStart(6, '0')}${name === 'a' ? 1 : 2}0`, changes: 0 }]));
		// Names that the business knows to be one: each name leads to the set it is in.
		const known = new Map<string, Set<string>>();
		const setOf = (name: string) => known.get(name) ?? known.set(name, new Set([name])).get(name)!;
		const unite = (one: string, other: string) => {
			const all = new Set([...setOf(one), ...setOf(other)]);
			for (const name of all) known.set(name, all);
		};
		const sentTo: string[] = [];
		for (const [index, step] of steps.entries()) {
			const person = people.get(step.person)!;
			const atMs = NOON_MS + index * 1000;
			const user = (by: string): UserIdentity => ({
				...(by !== 'waId' && { bsuid: person.bsuid }),
				...(by !== 'bsuid' && { waId: person.waId }),
			});
			if (step.kind === 'write') {
				await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: user(step.by), atMs }]);
				if (step.by === 'both') unite(person.bsuid, person.waId);
			} else if (step.kind === 'send') {
				const claim = own(user(step.by), { key });
				const [earlier] = await store.claimSends([claim]);
				const names = [claim.user.bsuid, claim.user.waId].filter((name) => name !== undefined);
				if (names.length === 2) unite(names[0]!, names[1]!);
				const isKnown = names.some((name) => sentTo.some((other) => setOf(name).has(other)));
				if (!earlier) {
					expect({ steps, step, twice: isKnown }).toEqual({ steps, step, twice: false });
					sentTo.push(...names);
				} else expect({ steps, step, heldBack: isKnown }).toEqual({ steps, step, heldBack: true });
			} else {
				const previous = step.kind !== 'changeUserId' ? { waId: person.waId } : { bsuid: person.bsuid };
				person.changes += 1;
				if (step.kind !== 'changeUserId') person.waId = person.waId.slice(0, -1) + String(person.changes);
				else person.bsuid = person.bsuid.replace(/\.\d+$/, `.${person.changes}`);
				if (step.kind === 'changeNumberSilently') continue;
				const current = step.kind === 'changeNumber' ? { waId: person.waId } : { bsuid: person.bsuid };
				const renaming = { businessAccountId: ACCOUNT, previous, current, atMs, evidence: `wamid.${run}.${index}` };
				await store.recordWebhook(toWebhookRecord({ renamings: [renaming], evidence: [{ kind: 'renaming', phoneNumberId: '1', user: previous, atMs }] }));
				unite(previous.waId ?? previous.bsuid!, current.waId ?? current.bsuid!);
			}
		}
	}
}

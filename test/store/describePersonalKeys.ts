import fc from 'fast-check';

import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SendClaim } from '../../nodes/shared/store/SendLog';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';
import { nameKind, PeopleStory, peopleStep, somebody, type NameKind, type PeopleStep } from './peopleStory';
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

		it('know a person who got the message under a number that was on record alone, and has another one by now', async () => {
			expect(await wins(own({ waId: '1555' }))).toBe(true);
			await join({ bsuid: 'US.1', waId: '1555' });
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
			const send = fc.record({ kind: fc.constant('send' as const), person: somebody, by: nameKind });
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.oneof(peopleStep, send), { maxLength: 14 }), async (steps) => {
					run += 1;
					await expectOncePerPerson(store, steps, String(run));
				}),
				{ numRuns: 150 },
			);
		});
	});
}

/** Plays a story, and counts the messages of each person by a model of its own. */
async function expectOncePerPerson(store: Store, steps: Array<PeopleStep | { kind: 'send'; person: string; by: NameKind }>, run: string): Promise<void> {
	const story = new PeopleStory(store, run);
	const sentTo: string[] = [];
	for (const step of steps) {
		if (step.kind !== 'send') {
			await story.play(step);
			continue;
		}
		const user = story.nameOf(step.person, step.by);
		const [earlier] = await store.claimSends([own(user, { key: `key ${run}` })]);
		const hasOne = sentTo.some((name) => story.namesOf(user).has(name));
		expect({ steps, step, isHeldBack: earlier !== undefined }).toEqual({ steps, step, isHeldBack: hasOne });
		if (!earlier) sentTo.push(user.bsuid ?? user.waId!);
	}
}

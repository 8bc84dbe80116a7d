import { MARKETING_STOP_CODE } from '../../nodes/shared/domain/isMarketingStop';
import type { MessageStatus } from '../../nodes/shared/domain/MessageStatus';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const WABA = '102290129340398';
const NUMBER = '106540352242922';
const BSUID: UserIdentity = { bsuid: 'US.1' };
const WA_ID: UserIdentity = { waId: '15551234567' };

/** What a failure with 131050 does to consent. */
export function describeMarketingStops(open: OpenStore): void {
	describe('a failed status with 131050', () => {
		let store: Store;
		let countRows: OpenedStore['countRows'];
		beforeEach(async () => ({ store, countRows } = await open()));
		afterEach(() => store.close());

		it('is an opt-out of marketing, and of nothing else', async () => {
			await report(store, { user: WA_ID });
			expect(await store.findConsent(WABA, [WA_ID])).toMatchObject([
				{ marketing: 'optedOut', utility: 'unknown', authentication: 'unknown' },
			]);
		});

		it('counts under every name that status and send give the person', async () => {
			await send(store, 10);
			await report(store, { user: BSUID });
			expect(await marketingOf(store, BSUID)).toBe('optedOut');
			expect(await marketingOf(store, WA_ID)).toBe('optedOut');
			await report(store, { user: BSUID });
			expect(await countRows('consent_entries')).toBe(2);
		});

		it('finds the person through the send when it names nobody', async () => {
			await send(store, 10);
			await report(store, { user: {} });
			expect(await marketingOf(store, WA_ID)).toBe('optedOut');
		});

		it.each([
			['before the send is overruled', 9, 'optedOut'],
			['after the send stays, although the status is newer', 11, 'optedIn'],
		])('is dated by its send: an opt-in %s', async (_, seconds, expected) => {
			await send(store, 10);
			await optIn(store, seconds);
			await report(store, { user: WA_ID, atMs: at(90) });
			expect(await marketingOf(store, WA_ID)).toBe(expected);
		});

		it.each([
			['before the status is overruled', 89, 'optedOut'],
			['after the status stays', 91, 'optedIn'],
		])('is dated by itself when the send is not on record: an opt-in %s', async (_, seconds, expected) => {
			await optIn(store, seconds);
			await report(store, { user: WA_ID, atMs: at(90) });
			expect(await marketingOf(store, WA_ID)).toBe(expected);
		});

		it('counts when it overtakes the record of the send', async () => {
			await claim(store);
			await report(store, { user: {}, atMs: at(90) });
			await report(store, { user: {}, atMs: at(91), errorCodes: [131026], businessAccountId: undefined });
			expect(await marketingOf(store, WA_ID)).toBe('unknown');
			await optIn(store, 9);
			await settle(store, 10);
			expect(await marketingOf(store, WA_ID)).toBe('optedOut');
		});

		it('follows the person to new IDs', async () => {
			const renaming = { businessAccountId: WABA, previous: WA_ID, current: BSUID, atMs: at(95), evidence: 'wamid.9' };
			await store.recordWebhook(toWebhookRecord({ renamings: [renaming] }));
			await report(store, { user: WA_ID, atMs: at(90) });
			expect(await marketingOf(store, BSUID)).toBe('optedOut');
		});

		it.each<[string, Partial<MessageStatus>]>([
			['another code', { errorCodes: [131049] }],
			['another status', { status: 'sent' }],
			['no account', { businessAccountId: undefined }],
			['an empty account', { businessAccountId: '' }],
		])('is not the same as one with %s', async (_, difference) => {
			await send(store, 10);
			await report(store, { user: WA_ID, ...difference });
			expect(await countRows('consent_entries')).toBe(0);
		});

		it('closes no window', async () => {
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: NUMBER, user: WA_ID, atMs: NOON_MS }]);
			await report(store, { user: WA_ID });
			const [session] = await store.findSessions([{ phoneNumberId: NUMBER, user: WA_ID }]);
			expect(session?.closedByPlatformAtMs).toBeUndefined();
		});
	});
}

function at(seconds: number): number {
	return NOON_MS + seconds * SECOND_MS;
}

async function claim(store: Store): Promise<void> {
	const send = { sendOnceKey: 'key', phoneNumberId: NUMBER, user: WA_ID, sentAs: 'template' as const };
	await store.claimSends([{ ...send, claimedAtMs: NOON_MS }]);
}

async function settle(store: Store, seconds: number): Promise<void> {
	await store.recordOutcomes([{ sendOnceKey: 'key', state: 'sent', messageId: 'wamid.1', sentAtMs: at(seconds) }]);
}

async function send(store: Store, seconds: number): Promise<void> {
	await claim(store);
	await settle(store, seconds);
}

async function report(store: Store, more: Partial<MessageStatus>): Promise<void> {
	const stop = { messageId: 'wamid.1', phoneNumberId: NUMBER, businessAccountId: WABA, user: {}, atMs: NOON_MS };
	const status = { ...stop, status: 'failed', errorCodes: [MARKETING_STOP_CODE], ...more };
	await store.recordWebhook(toWebhookRecord({ statuses: [status] }));
}

async function optIn(store: Store, seconds: number): Promise<void> {
	const yes = { kind: 'marketing', state: 'optedIn', source: 'form', evidence: '' } as const;
	await store.recordConsent([{ ...yes, businessAccountId: WABA, user: WA_ID, atMs: at(seconds) }]);
}

async function marketingOf(store: Store, user: UserIdentity): Promise<string | undefined> {
	const [consent] = await store.findConsent(WABA, [user]);
	return consent?.marketing;
}

import fc from 'fast-check';

import { MARKETING_STOP_CODE } from '../../nodes/shared/domain/isMarketingStop';
import { RE_ENGAGEMENT_CODE } from '../../nodes/shared/domain/isRefusal';
import type { MessageStatus } from '../../nodes/shared/domain/MessageStatus';
import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const NUMBER = '106540352242922';
const USER: UserIdentity = { waId: '15551234567' };
const GROUP = { bsuid: 'Y2FwaV9ncm91cDoxNTU1MDAwMDAwMToxMjAzNjMwMDAwMDAwMDAwMDE' };

/** What becomes of outbound messages, and what a refusal does to the window. */
export function describeStatuses(open: OpenStore): void {
	describe('message statuses', () => {
		let store: Store;
		let countRows: OpenedStore['countRows'];
		beforeEach(async () => ({ store, countRows } = await open()));
		afterEach(() => store.close());

		it('knows no status before one arrived', async () => {
			await send(store, 'wamid.1', 1);
			expect(await statusOf(store, 'wamid.1')).toBeUndefined();
		});

		it('moves only forward, whatever the order of arrival', async () => {
			await send(store, 'wamid.1', 1);
			const seen = [];
			for (const status of ['delivered', 'sent', 'read', 'delivered', 'failed', 'played']) {
				await report(store, [{ status }]);
				seen.push(await statusOf(store, 'wamid.1'));
			}
			expect(seen).toEqual(['delivered', 'delivered', 'read', 'read', 'failed', 'failed']);
		});

		it('of one member of a group neither close a window of two nor say what became of the message', async () => {
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: NUMBER, user: USER, atMs: at(1) }]);
			await report(store, [
				{ status: 'failed', errorCodes: [RE_ENGAGEMENT_CODE], user: USER, groupId: GROUP.bsuid, participantId: '15551234567' },
				{ status: 'delivered', user: { waId: '15550000009' }, groupId: GROUP.bsuid, participantId: '15550000009' },
			]);
			const [session] = await store.findSessions([{ phoneNumberId: NUMBER, user: USER }]);
			expect(session?.closedByPlatformAtMs).toBeUndefined();
			await send(store, 'wamid.1', 1);
			expect(await statusOf(store, 'wamid.1')).toBe('delivered');
		});

		it('keeps a word it does not know until it gets one that it knows', async () => {
			await send(store, 'wamid.1', 1);
			await report(store, [{ status: 'teleported' }]);
			expect(await statusOf(store, 'wamid.1')).toBe('teleported');
			await report(store, [{ status: 'sent' }]);
			await report(store, [{ status: 'teleported' }]);
			expect(await statusOf(store, 'wamid.1')).toBe('sent');
		});

		it('keeps statuses that overtake the record of their send', async () => {
			await claim(store, 'wamid.1');
			await report(store, [{ status: 'read', atMs: at(3) }]);
			await report(store, [{ status: 'sent', atMs: at(2) }]);
			await settle(store, 'wamid.1', 1);
			expect(await statusOf(store, 'wamid.1')).toBe('read');
			await report(store, [{ status: 'delivered', atMs: at(4) }]);
			expect(await statusOf(store, 'wamid.1')).toBe('read');
			expect(await countRows('early_statuses')).toBe(0);
		});

		it('keeps statuses of a message whose send nobody claimed, for a send that may still come', async () => {
			await report(store, [{ status: 'read' }]);
			await settle(store, 'wamid.1', 1);
			expect(await countRows('early_statuses')).toBe(1);
		});

		it('takes several statuses of several messages in one webhook', async () => {
			await send(store, 'wamid.1', 1);
			await send(store, 'wamid.2', 1);
			await report(store, [
				{ messageId: 'wamid.1', status: 'read' },
				{ messageId: 'wamid.3', status: 'sent' },
				{ messageId: 'wamid.1', status: 'sent' },
				{ messageId: 'wamid.2', status: 'delivered' },
			]);
			expect(await statusOf(store, 'wamid.1')).toBe('read');
			expect(await statusOf(store, 'wamid.2')).toBe('delivered');
		});

		it('does not open a window', async () => {
			await send(store, 'wamid.1', 1);
			await report(store, ['sent', 'delivered', 'read', 'played'].map((status) => ({ status })));
			expect(await store.findSessions([{ phoneNumberId: NUMBER, user: USER }])).toEqual([undefined]);
		});

		it('forgets after 8 days a status whose send never came on record', async () => {
			await claim(store, 'wamid.1');
			await report(store, [{ status: 'read', atMs: NOON_MS }]);
			await store.prune(NOON_MS + 8 * DAY_MS + 1);
			await settle(store, 'wamid.1', 1);
			expect(await statusOf(store, 'wamid.1')).toBeUndefined();
		});

		it('ends at the same status for any order of arrival', async () => {
			const words = ['teleported', 'sent', 'delivered', 'read', 'played', 'failed'];
			let run = 0;
			await fc.assert(
				fc.asyncProperty(
					fc.array(fc.record({ status: fc.constantFrom(...words), atMs: fc.nat(5).map(at) }), { minLength: 1, maxLength: 6 }),
					fc.nat(6),
					async (statuses, recordedAfter) => {
						const messageId = `wamid.run${run++}`;
						await claim(store, messageId);
						for (const [index, status] of statuses.entries()) {
							if (index === recordedAfter) await settle(store, messageId, 1);
							await report(store, [{ ...status, messageId }]);
						}
						await settle(store, messageId, 1);
						const latest = Math.max(...statuses.map(({ status }) => words.indexOf(status)));
						expect(await statusOf(store, messageId)).toBe(words[latest]);
					},
				),
				{ numRuns: 30 },
			);
		});
	});

	describe('statuses of a message to a group', () => {
		let store: Store;
		beforeEach(async () => ({ store } = await open()));
		afterEach(() => store.close());

		const ofGroup = (more: Partial<MessageStatus>) => ({ groupId: GROUP.bsuid, ...more });
		const ofMember = (participantId: string, more: Partial<MessageStatus>) => ofGroup({ participantId, user: { waId: participantId }, ...more });

		it('say how far it got with any member, whatever the order of arrival and before its send is on record as well', async () => {
			const notices = [
				ofGroup({ status: 'sent' }),
				ofGroup({ status: 'failed', errorCodes: [131026] }),
				ofMember('15550000001', { status: 'failed', errorCodes: [131026] }),
				ofMember('15550000002', { status: 'delivered' }),
				ofMember('15550000003', { status: 'read' }),
			];
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.shuffledSubarray(notices, { minLength: 1 }), fc.nat(5), async (given, recordedAfter) => {
					const messageId = `wamid.group${run++}`;
					await claim(store, messageId, GROUP);
					for (const [index, notice] of given.entries()) {
						if (index === recordedAfter) await settle(store, messageId, 1);
						await report(store, [{ ...notice, messageId }]);
					}
					await settle(store, messageId, 1);
					const counting = given.filter(({ status, participantId }) => status !== 'failed' || participantId === undefined);
					const order = ['sent', 'failed', 'delivered', 'read'];
					const furthest = Math.max(...counting.map(({ status }) => order.indexOf(status!)));
					expect(await statusOf(store, messageId)).toBe(order[furthest]);
				}),
				{ numRuns: 30 },
			);
		});

		it('close the window of the group by a refusal, of a member as well, and that of no member', async () => {
			for (const user of [GROUP, USER]) await store.recordEvidence([{ kind: 'inbound', phoneNumberId: NUMBER, user, atMs: at(1) }]);
			await claim(store, 'wamid.1', GROUP);
			await settle(store, 'wamid.1', 10);
			await report(store, [ofMember(USER.waId!, { status: 'failed', errorCodes: [RE_ENGAGEMENT_CODE], atMs: at(20) })]);
			expect(await closedAt(store, GROUP)).toBe(at(10));
			expect(await closedAt(store)).toBeUndefined();
		});

		it('close the window of the group by a refusal that overtakes the record of the send', async () => {
			await claim(store, 'wamid.1', GROUP);
			await report(store, [ofGroup({ status: 'failed', errorCodes: [RE_ENGAGEMENT_CODE] })]);
			await settle(store, 'wamid.1', 10);
			expect(await closedAt(store, GROUP)).toBe(at(10));
			expect(await statusOf(store, 'wamid.1')).toBe('failed');
		});

		it('leave the window of a group whose ID has another form alone', async () => {
			await report(store, [{ groupId: 'R3JvdXA', status: 'failed', errorCodes: [RE_ENGAGEMENT_CODE], user: USER, participantId: '15551234567' }]);
			expect(await closedAt(store)).toBeUndefined();
			expect(await closedAt(store, { bsuid: 'R3JvdXA' })).toBeUndefined();
		});

		it.each([true, false])('opt out the member who has stopped marketing, and never the group (named: %s)', async (isNamed) => {
			await claim(store, 'wamid.1', GROUP);
			await settle(store, 'wamid.1', 10);
			const stop = { status: 'failed', errorCodes: [MARKETING_STOP_CODE], businessAccountId: 'waba' };
			await report(store, [isNamed ? ofMember(USER.waId!, stop) : ofGroup(stop)]);
			const [member, group] = await store.findConsent('waba', [USER, GROUP]);
			expect(member?.marketing).toBe(isNamed ? 'optedOut' : 'unknown');
			expect(group?.marketing).toBe('unknown');
		});
	});

	describe('a failed status with 131047', () => {
		let store: Store;
		beforeEach(async () => ({ store } = await open()));
		afterEach(() => store.close());

		const refused = { status: 'failed', errorCodes: [RE_ENGAGEMENT_CODE] };

		it('closes the session of the person it names, from the instant of the send', async () => {
			await inbound(store, 0);
			await send(store, 'wamid.1', 10);
			await report(store, [{ ...refused, user: USER, atMs: at(90) }]);
			expect(await closedAt(store)).toBe(at(10));
		});

		it('finds the person through the send when it names nobody', async () => {
			await send(store, 'wamid.1', 10);
			await report(store, [{ ...refused, user: {}, atMs: at(90) }]);
			expect(await closedAt(store)).toBe(at(10));
		});

		it('closes under both names when status and send name the person differently', async () => {
			await send(store, 'wamid.1', 10);
			await report(store, [{ ...refused, user: { bsuid: 'US.1' }, atMs: at(90) }]);
			expect(await closedAt(store)).toBe(at(10));
			expect(await closedAt(store, { bsuid: 'US.1' })).toBe(at(10));
		});

		it('is dated by itself when the send is not on record', async () => {
			await report(store, [{ ...refused, user: USER, atMs: at(90) }]);
			expect(await closedAt(store)).toBe(at(90));
		});

		it('closes the session when it overtakes the record of the send', async () => {
			await claim(store, 'wamid.1');
			await report(store, [{ ...refused, user: {}, atMs: at(90) }]);
			expect(await closedAt(store)).toBeUndefined();
			await settle(store, 'wamid.1', 10);
			expect(await closedAt(store)).toBe(at(10));
		});

		it('leaves a newer inbound message as it is', async () => {
			await send(store, 'wamid.1', 10);
			await inbound(store, 20);
			await report(store, [{ ...refused, user: USER, atMs: at(90) }]);
			const [session] = await store.findSessions([{ phoneNumberId: NUMBER, user: USER }]);
			expect(session).toMatchObject({ lastInboundAtMs: at(20), closedByPlatformAtMs: at(10) });
		});

		it.each([
			['another code', { status: 'failed', errorCodes: [131026] }],
			['another status', { status: 'sent', errorCodes: [RE_ENGAGEMENT_CODE] }],
		])('is not the same as one with %s', async (_, status) => {
			await inbound(store, 0);
			await send(store, 'wamid.1', 10);
			await report(store, [{ ...status, user: USER }]);
			expect(await closedAt(store)).toBeUndefined();
		});
	});
}

function at(seconds: number): number {
	return NOON_MS + seconds * SECOND_MS;
}

async function claim(store: Store, messageId: string, user = USER): Promise<void> {
	await store.claimSends([
		{ sendOnceKey: `key of ${messageId}`, phoneNumberId: NUMBER, user, sentAs: 'freeForm', claimedAtMs: NOON_MS },
	]);
}

async function settle(store: Store, messageId: string, seconds: number): Promise<void> {
	await store.recordOutcomes([{ sendOnceKey: `key of ${messageId}`, state: 'sent', messageId, sentAtMs: at(seconds) }]);
}

async function send(store: Store, messageId: string, seconds: number): Promise<void> {
	await claim(store, messageId);
	await settle(store, messageId, seconds);
}

async function report(store: Store, statuses: Array<Partial<MessageStatus>>, receivedAtMs = NOON_MS): Promise<void> {
	const defaults = { messageId: 'wamid.1', phoneNumberId: NUMBER, user: {}, status: 'sent', atMs: NOON_MS, errorCodes: [] };
	await store.recordWebhook(
		toWebhookRecord({ receivedAtMs, statuses: statuses.map((status) => ({ ...defaults, ...status })) }),
	);
}

async function inbound(store: Store, seconds: number): Promise<void> {
	await store.recordEvidence([{ kind: 'inbound', phoneNumberId: NUMBER, user: USER, atMs: at(seconds) }]);
}

async function statusOf(store: Store, messageId: string): Promise<string | undefined> {
	const [send] = await store.findSends([messageId]);
	return send?.status;
}

async function closedAt(store: Store, user = USER): Promise<number | undefined> {
	const [session] = await store.findSessions([{ phoneNumberId: NUMBER, user }]);
	return session?.closedByPlatformAtMs;
}

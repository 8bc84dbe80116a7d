import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { NOON_MS, SECOND_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 5 held, and that keys of the builder's own and waits go on to count. */
export async function expectDataOfSchema5(store: Store): Promise<void> {
	await expectDataOfSchema4(store);
	await expectNumbersOfToday(store);
	await expectWaits(store);
	await expectKeys(store);
}

async function expectKeys(store: Store): Promise<void> {
	const perPerson = { businessAccountId: 'waba', group: 'own:waba:order', formerGroup: 'former:order:7' };
	const claim = { sendOnceKey: 'own:waba:555:order', perPerson, phoneNumberId: '1', user: { waId: '555' }, sentAs: 'template' as const };
	const claims = [
		{ ...claim, claimedAtMs: NOON_MS },
		{ ...claim, sendOnceKey: 'another key', perPerson: { ...perPerson, formerGroup: 'former:order:8' }, claimedAtMs: NOON_MS },
		{ ...claim, sendOnceKey: 'another number', phoneNumberId: '2', claimedAtMs: NOON_MS },
		{ ...claim, sendOnceKey: 'part', user: { bsuid: 'US.5' }, perPerson: { ...perPerson, formerGroup: 'former:order:7:part2' }, claimedAtMs: NOON_MS },
	];
	const answers: unknown[] = [];
	for (const one of claims) answers.push(...(await store.claimSends([{ ...one, perPerson: { ...one.perPerson, group: one.sendOnceKey } }])));
	expect(answers).toMatchObject([{ messageId: 'wamid.51', state: 'sent' }, undefined, undefined, { state: 'unanswered' }] as object[]);
}

/** People under numbers of older plans are found under those of today, in every table. */
async function expectNumbersOfToday(store: Store): Promise<void> {
	const waIds = ['2250707080910', '2290197123456', '2250171080910', '22560080910', '22507080910'];
	const sessions = await store.findSessions(waIds.map((waId) => ({ phoneNumberId: '5', user: { waId } })));
	expect(sessions.map((session) => session?.lastInboundAtMs)).toEqual([NOON_MS + 1, NOON_MS + 2, NOON_MS + 4, NOON_MS + 5, undefined]);
	expect(await store.findConsent('waba 5', [{ waId: '2250707080910' }])).toMatchObject([{ marketing: 'optedOut' }]);
	const answer = { eventId: 'a-old', phoneNumberId: '5', user: { waId: '2250544080910' }, atMs: NOON_MS + 1 };
	const delivery = { deliveryId: 'd5', atMs: NOON_MS + 1, leaseUntilMs: NOON_MS + 2 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ eventId: 'a-old', wait: { questionIds: ['q-old'] } }]);
}

/** A wait may also be recorded before its question has a name. */
async function expectWaits(store: Store): Promise<void> {
	const atMs = NOON_MS + SECOND_MS;
	const delivery = { deliveryId: 'd', atMs, leaseUntilMs: atMs + 1 };
	const key = { phoneNumberId: '5', user: { waId: '15' } };
	const { claimed, continued } = await store.claimAnswers(
		[
			{ ...key, eventId: 'a5', repliesTo: 'q5', atMs },
			{ ...key, eventId: 'a6', user: { bsuid: 'US.5' }, atMs },
			{ ...key, eventId: 'a7', user: { waId: '17' }, atMs },
			{ eventId: 'b', phoneNumberId: '1', user: { waId: '555' }, atMs },
		],
		delivery,
	);
	expect(continued).toEqual(['a6']);
	const instants = { waitsSinceMs: NOON_MS, takesGestures: false };
	expect(claimed).toMatchObject([
		{ eventId: 'a5', isRepeated: false, wait: { questionIds: ['q5'], executionId: '2', resumeUrl: 'u2', ...instants, waitsSinceMs: NOON_MS + 1 } },
		{ eventId: 'a7', isRepeated: true, wait: { questionIds: ['q7'], executionId: '7', resumeUrl: 'u7', ...instants } },
		{ eventId: 'b', wait: { questionIds: ['wamid.50'] } },
	]);

	const wait = { waitId: 'new', ...key, questionIds: [], resumeUrl: 'u', instanceId: 'i', executionId: '9' };
	await store.recordWaits([{ ...wait, askedAtMs: NOON_MS, ...instants, givesUpAtMs: atMs + 1 }]);
	await store.recordQuestion('new', ['q9'], NOON_MS);
	expect((await store.claimAnswers([{ ...key, eventId: 'a9', repliesTo: 'q9', atMs }], delivery)).claimed).toMatchObject([{ wait: { waitId: 'new' } }]);
}

import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 5 held, and keys of the builder's own go on to count. */
export async function expectDataOfSchema5(store: Store): Promise<void> {
	await expectDataOfSchema4(store);
	await expectNumbersOfToday(store);
	const answer = { eventId: 'b', phoneNumberId: '1', user: { waId: '555' }, atMs: NOON_MS };
	const delivery = { deliveryId: 'd', atMs: NOON_MS, leaseUntilMs: NOON_MS + 1 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ eventId: 'b', wait: { questionId: 'wamid.50' } }]);

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
	const answer = { eventId: 'a5', phoneNumberId: '5', user: { waId: '2250544080910' }, atMs: NOON_MS + 1 };
	const delivery = { deliveryId: 'd5', atMs: NOON_MS + 1, leaseUntilMs: NOON_MS + 2 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ eventId: 'a5', wait: { questionId: 'q5' } }]);
}

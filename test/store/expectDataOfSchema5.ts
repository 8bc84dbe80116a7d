import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 5 held, and keys of the builder's own go on to count. */
export async function expectDataOfSchema5(store: Store): Promise<void> {
	await expectDataOfSchema4(store);
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

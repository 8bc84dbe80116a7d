import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema4 } from './expectDataOfSchema4';
import { NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 5 held, and finds people under the numbers of today. */
export async function expectDataOfSchema5(store: Store): Promise<void> {
	const waIds = ['2250707080910', '2290197123456', '2250171080910', '22560080910', '22507080910'];
	const sessions = await store.findSessions(waIds.map((waId) => ({ phoneNumberId: '5', user: { waId } })));
	expect(sessions.map((session) => session?.lastInboundAtMs)).toEqual([NOON_MS + 1, NOON_MS + 2, NOON_MS + 4, NOON_MS + 5, undefined]);
	expect(await store.findConsent('waba 5', [{ waId: '2250707080910' }])).toMatchObject([{ marketing: 'optedOut' }]);
	const answer = { eventId: 'a5', phoneNumberId: '5', user: { waId: '2250544080910' }, atMs: NOON_MS + 1 };
	const delivery = { deliveryId: 'd5', atMs: NOON_MS + 1, leaseUntilMs: NOON_MS + 2 };
	expect((await store.claimAnswers([answer], delivery)).claimed).toMatchObject([{ eventId: 'a5', wait: { questionId: 'q5' } }]);
	await expectDataOfSchema4(store);
}

import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import { named } from './named';
import { toWebhookRecord } from './toWebhookRecord';

/** Expects that a migrated store still holds what `dataOfSchema1` wrote, and takes what is new. */
export async function expectDataOfSchema1(store: Store): Promise<void> {
	const keys = [{ bsuid: 'US.1' }, { waId: '2' }].map((user) => ({ phoneNumberId: '1', user }));
	expect(await store.findSessions(keys)).toEqual([
		{
			phoneNumberId: '1',
			bsuid: 'US.1',
			waId: '15551234567',
			lastInboundAtMs: NOON_MS + 5,
			closedByPlatformAtMs: NOON_MS + 6,
			referralAtMs: NOON_MS + 3,
			answeredAtMs: NOON_MS + 4,
			identifiedAtMs: NOON_MS + 5,
		},
		{ phoneNumberId: '1', waId: '2', lastInboundAtMs: NOON_MS + 1 },
	]);
	const receipt = await store.recordWebhook(toWebhookRecord({ eventIds: ['handled', 'open'] }));
	expect(receipt).toEqual({ leased: ['open'], underWay: [] });
	expect(await store.findConsent('waba', [{ waId: '2' }, { bsuid: 'US.1' }])).toMatchObject([
		{ marketing: 'optedIn', utility: 'optedOut', authentication: 'unknown' },
		{ marketing: 'optedIn', utility: 'unknown', authentication: 'unknown' },
	]);
	await expectSendsOfSchema1(store);
}

async function expectSendsOfSchema1(store: Store): Promise<void> {
	const send = { phoneNumberId: '1', user: { waId: '2' }, claimedAtMs: NOON_MS };
	expect(await store.findSendsByName([named('failed'), named('early')])).toEqual([
		{
			...send,
			sendOnceKey: 'failed',
			sentAs: 'freeForm',
			state: 'sent',
			messageId: 'wamid.1',
			sentAtMs: NOON_MS + 1,
			status: 'failed',
			errorCodes: [131047],
		},
		{ ...send, sendOnceKey: 'early', sentAs: 'template', state: 'claimed', errorCodes: [] },
	]);
	await store.recordOutcomes([{ sendOnceKey: 'early', state: 'sent', messageId: 'wamid.2', sentAtMs: NOON_MS + 1 }]);
	expect(await store.findSends(['wamid.2'])).toMatchObject([{ status: 'delivered' }]);
}

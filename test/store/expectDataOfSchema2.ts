import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema1 } from './expectDataOfSchema1';
import { NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

/** Expects that a migrated store still holds what a store of version 2 held, and takes news of templates. */
export async function expectDataOfSchema2(store: Store): Promise<void> {
	await expectDataOfSchema1(store);
	expect(await store.findSessions([{ phoneNumberId: '1', user: { bsuid: 'US.3' } }])).toEqual([
		{ phoneNumberId: '1', bsuid: 'US.3', lastInboundAtMs: NOON_MS + 1, renamedAtMs: NOON_MS + 7 },
	]);
	const underWay = await store.recordWebhook(toWebhookRecord({ eventIds: ['under way'] }));
	expect(underWay).toEqual({ leased: [], underWay: ['under way'] });
	await expectSendsOfSchema2(store);
	await expectRenamingOfSchema2(store);

	const change = { businessAccountId: 'waba', templateId: '1', atMs: NOON_MS };
	await store.recordWebhook(toWebhookRecord({ templateChanges: [change] }));
	expect(await store.findTemplateChanges('waba', 0)).toEqual([change]);
}

async function expectSendsOfSchema2(store: Store): Promise<void> {
	expect(await store.findSends(['wamid.3'])).toMatchObject([
		{ sendOnceKey: 'priced', status: 'sent', price: { category: 'utility' }, origin: { nodeName: 'Remind' } },
	]);
	await store.recordOutcomes([{ sendOnceKey: 'stopped', state: 'sent', messageId: 'wamid.4', sentAtMs: NOON_MS + 1 }]);
	expect(await store.findSends(['wamid.4'])).toMatchObject([{ status: 'failed', price: { category: 'marketing' } }]);
	expect(await store.findConsent('waba', [{ waId: '7' }])).toMatchObject([{ marketing: 'optedOut' }]);
}

async function expectRenamingOfSchema2(store: Store): Promise<void> {
	const late = { kind: 'marketing', state: 'optedIn', atMs: NOON_MS, source: 'form', evidence: '' } as const;
	await store.recordConsent([{ businessAccountId: 'waba', user: { waId: '8' }, ...late }]);
	expect(await store.findConsent('waba', [{ waId: '9' }])).toMatchObject([{ marketing: 'optedIn' }]);
}

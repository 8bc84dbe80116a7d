import type { Store } from '../../nodes/shared/store/Store';
import { expectDataOfSchema2 } from './expectDataOfSchema2';
import { DAY_MS, NOON_MS } from './instants';

/** Expects that a migrated store still holds what a store of version 3 held, and takes uploaded files. */
export async function expectDataOfSchema3(store: Store): Promise<void> {
	expect(await store.findTemplateChanges('another waba', 0)).toEqual([
		{ businessAccountId: 'another waba', templateId: '2', atMs: NOON_MS + 3 },
	]);
	await expectDataOfSchema2(store);

	const key = { businessAccountId: 'waba', phoneNumberId: '1', sha256: 'a', mimeType: 'image/png' };
	const upload = { ...key, mediaId: '11', expiresAtMs: NOON_MS + DAY_MS };
	await store.recordMedia([upload], NOON_MS);
	expect(await store.findMedia([key], NOON_MS)).toEqual([upload]);
}

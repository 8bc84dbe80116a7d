import { findNumberOverrides } from './findNumberOverrides';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';

/**
 * Finds the overrides of others that Meta serves only while the app has a callback, at all WABAs that the token reaches.
 *
 * Which these are Meta says only of a token that is limited to some. With one that may manage all WABAs of its business,
 * only the WABA of the credential is looked at.
 */
export async function findDependentUrls(registration: Registration): Promise<string[]> {
	const { admin, accessToken, businessAccountId } = registration;
	const { businessAccountIds = [] } = await admin.inspectToken(accessToken);
	const ids = new Set([businessAccountId, ...businessAccountIds]);
	const found = await Promise.all([...ids].map(async (id) => await findInAccount(registration, id)));
	return [...new Set(found.flat())];
}

async function findInAccount(registration: Registration, businessAccountId: string): Promise<string[]> {
	const { admin, appId, callback } = registration;
	const apps = await admin.listSubscribedApps(businessAccountId);
	const own = apps.find((app) => app.appId === appId);
	// Not subscribed, the app gets nothing of this account anyway.
	if (own === undefined) return [];
	const override = own.overrideUrl ?? '';
	const isOthers = !['nobody', 'us'].includes(ownerOf(override, callback.callbackUrl));
	const numbers = await findNumberOverrides(registration, businessAccountId);
	return [...(isOthers ? [override] : []), ...numbers.map(({ url }) => url)];
}

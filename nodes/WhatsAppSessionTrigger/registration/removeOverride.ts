import type { IHookFunctions } from 'n8n-workflow';

import { logLeftElsewhere } from './logLeftElsewhere';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';

/** What became of a callback: `none` when there was nothing of this trigger's. */
export type Removal = 'removed' | 'left' | 'none';

/** Clears the override of the registration's level, if it leads to exactly this trigger. */
export async function removeOverride(context: IHookFunctions, registration: Registration): Promise<Removal> {
	const url = await readOverride(registration);
	const owner = ownerOf(url, registration.callback.callbackUrl);
	if (owner === 'usElsewhere') return logLeftElsewhere(context, url);
	if (owner !== 'us') return 'none';
	const { admin, businessAccountId, phoneNumberId } = registration;
	if (phoneNumberId === undefined) await admin.subscribeApp(businessAccountId);
	else await admin.setNumberOverride(phoneNumberId, undefined);
	return 'removed';
}

async function readOverride(registration: Registration): Promise<string | undefined> {
	const { admin, appId, level, businessAccountId, phoneNumberId } = registration;
	if (phoneNumberId !== undefined) return (await admin.getNumberCallbacks(phoneNumberId)).phoneNumber;
	if (level === 'app') return undefined;
	const apps = await admin.listSubscribedApps(businessAccountId);
	return apps.find((app) => app.appId === appId)?.overrideUrl;
}

import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import type { AppSubscription } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';
import { findDependentUrls } from './findDependentUrls';
import { logLeftElsewhere } from './logLeftElsewhere';
import { logRegistration } from './logRegistration';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';
import type { Removal } from './removeOverride';

/**
 * Takes the callback of the app away, if it leads to exactly this trigger.
 *
 * Without a callback of the app, Meta serves no override either. So where others depend on it, it goes to one of them: to
 * a trigger of this n8n. Where only strangers do, or Meta does not verify that trigger, it stays.
 */
export async function removeAppCallback(context: IHookFunctions, registration: Registration): Promise<Removal> {
	const { admin, appId, callback } = registration;
	const app = await admin.getAppSubscription(appId);
	const owner = ownerOf(app?.callbackUrl, callback.callbackUrl);
	if (owner === 'usElsewhere') return logLeftElsewhere(context, app?.callbackUrl);
	if (app === undefined || owner !== 'us') return 'none';
	const dependents = await findDependentUrls(registration);
	const [dependent] = dependents;
	if (dependent === undefined) {
		await admin.deleteAppSubscription(appId);
		return 'removed';
	}
	const heir = await handOver(registration, app, dependents);
	const sentence =
		heir === undefined
			? `the callback of the Meta app stays where it is, because without it nothing would reach ${redactSecrets(dependent)} any more.`
			: `the callback of the Meta app goes to ${redactSecrets(heir)} now, which depends on it.`;
	logRegistration(context, 'warn', sentence);
	return heir === undefined ? 'left' : 'removed';
}

/** Gives the address that Meta has verified; undefined when there is none. */
async function handOver(
	{ admin, appId, callback }: Registration,
	{ fields }: AppSubscription,
	dependents: string[],
): Promise<string | undefined> {
	for (const callbackUrl of dependents) {
		if (ownerOf(callbackUrl, callback.callbackUrl) !== 'sameN8n') continue;
		const isTaken = await admin.setAppSubscription(appId, { ...callback, callbackUrl }, fields).then(
			() => true,
			() => false,
		);
		if (isTaken) return callbackUrl;
	}
	return undefined;
}

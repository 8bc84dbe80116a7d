import type { NumberCallbacks } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';
import { isAbandoned } from './isAbandoned';
import { overrideOf } from './overrideOf';
import { pendingRemovals } from './pendingRemovals';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const NO_CALLBACKS: NumberCallbacks = {};

/** Asks Meta what is on record, and addresses of ours whether anybody listens there. Nothing is remembered. */
export async function readRegistrationState(registration: Registration): Promise<RegistrationState> {
	const { admin, appId, businessAccountId, phoneNumberId } = registration;
	const [app, subscribedApps, callbacks] = await Promise.all([
		admin.getAppSubscription(appId),
		admin.listSubscribedApps(businessAccountId),
		phoneNumberId === undefined ? NO_CALLBACKS : admin.getNumberCallbacks(phoneNumberId),
	]);
	const subscribedApp = subscribedApps.find((candidate) => candidate.appId === appId);
	const onRecord = {
		app,
		isAccountSubscribed: subscribedApp !== undefined,
		accountOverride: subscribedApp?.overrideUrl,
		numberOverride: callbacks.phoneNumber,
		abandonedUrls: [],
	};
	return { ...onRecord, abandonedUrls: await findAbandoned(registration, onRecord) };
}

async function findAbandoned(registration: Registration, state: RegistrationState): Promise<string[]> {
	const appUrl = state.app?.callbackUrl ?? '';
	// Below the app nobody competes for the app's callback: a trigger that is just being edited gets it back.
	const isLeft = registration.level !== 'app' && isRemovalPending(appUrl);
	const urls = new Set([isLeft ? '' : appUrl, overrideOf(registration, state) ?? '']);
	const found = await Promise.all([...urls].map(async (url) => ((await isAbandoned(registration, url)) ? [url] : [])));
	return found.flat();
}

/** Whether the trigger with this address was unpublished a moment ago and its registration is still to be removed. */
function isRemovalPending(callbackUrl: string): boolean {
	return [...pendingRemovals().values()].some(({ registration }) => registration.callback.callbackUrl === callbackUrl);
}

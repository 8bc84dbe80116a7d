import type { NumberCallbacks } from '../../shared/cloudApi/WebhookAdmin';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const NO_CALLBACKS: NumberCallbacks = {};

/** Asks Meta what is on record. Nothing is remembered between two calls. */
export async function readRegistrationState(registration: Registration): Promise<RegistrationState> {
	const { admin, appId, businessAccountId, phoneNumberId } = registration;
	const [app, subscribedApps, callbacks] = await Promise.all([
		admin.getAppSubscription(appId),
		admin.listSubscribedApps(businessAccountId),
		phoneNumberId === undefined ? NO_CALLBACKS : admin.getNumberCallbacks(phoneNumberId),
	]);
	const subscribedApp = subscribedApps.find((candidate) => candidate.appId === appId);
	return {
		app,
		isAccountSubscribed: subscribedApp !== undefined,
		accountOverride: subscribedApp?.overrideUrl,
		numberOverride: callbacks.phoneNumber,
	};
}

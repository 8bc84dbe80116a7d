import type { RegistrationStep } from './planRegistration';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { setAppCallback } from './setAppCallback';

/** Makes one change at Meta. Meta calls the trigger before it answers, except to `subscribeAccount`. */
export async function takeStep(
	step: RegistrationStep,
	registration: Registration,
	state: RegistrationState,
): Promise<void> {
	const { admin, businessAccountId, phoneNumberId, callback } = registration;
	if (step === 'subscribeAccount') await subscribeAccount(registration);
	else if (step === 'setAppCallback') await setAppCallback(registration, state);
	else if (phoneNumberId === undefined) await admin.subscribeApp(businessAccountId, callback);
	else await admin.setNumberOverride(phoneNumberId, callback);
}

async function subscribeAccount({ admin, appId, businessAccountId }: Registration): Promise<void> {
	// Another trigger may have done it a moment ago, and subscribing again would take its override away.
	const apps = await admin.listSubscribedApps(businessAccountId);
	if (!apps.some((app) => app.appId === appId)) await admin.subscribeApp(businessAccountId);
}

import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/redactSecrets';
import { findAddressProblem } from './findAddressProblem';
import { findNumberOverrides } from './findNumberOverrides';
import { isPassingFailure } from './isPassingFailure';
import { isRegisteredByHand } from './isRegisteredByHand';
import { logRegistration } from './logRegistration';
import { openRegistration } from './openRegistration';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';
import { toRegistrationError } from './toRegistrationError';

/**
 * Takes back at Meta what belongs to this trigger, as far as it is there: its override, and the callback of the app
 * unless overrides of others depend on it. The subscription of the WABA stays, because others may need it.
 *
 * A credential that no longer works is logged and does not keep a workflow from being unpublished.
 *
 * @returns true
 * @throws {NodeOperationError | NodeApiError} for a failure that may be gone by the next try
 */
export async function deleteRegistration(context: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(context)) return true;
	const leave = (error: unknown) => leaveRegistered(context, error);
	const registration = await openRegistration(context).catch(leave);
	if (!registration) return true;
	await removeOverride(registration).catch(leave);
	await removeAppCallback(context, registration).catch(leave);
	return true;
}

function leaveRegistered(context: IHookFunctions, error: unknown): undefined {
	const nodeError = toRegistrationError(context.getNode(), error);
	if (isPassingFailure(error)) throw nodeError;
	logRegistration(context, 'warn', `its callback may still be registered at Meta. ${nodeError.message}`);
}

async function removeOverride(registration: Registration): Promise<void> {
	const { admin, level, businessAccountId, phoneNumberId } = registration;
	if (phoneNumberId !== undefined) {
		const { phoneNumber } = await admin.getNumberCallbacks(phoneNumberId);
		if (isRemovable(registration, phoneNumber)) await admin.setNumberOverride(phoneNumberId, undefined);
	} else if (level === 'businessAccount') {
		if (isRemovable(registration, await readAccountOverride(registration))) await admin.subscribeApp(businessAccountId);
	}
}

async function removeAppCallback(context: IHookFunctions, registration: Registration): Promise<void> {
	const { admin, appId } = registration;
	const app = await admin.getAppSubscription(appId);
	if (!isRemovable(registration, app?.callbackUrl)) return;
	const [dependent] = await findDependentUrls(registration);
	if (dependent === undefined) return await admin.deleteAppSubscription(appId);
	logRegistration(
		context,
		'warn',
		'the callback of the Meta app stays where it is, because without it nothing would reach ' +
			`${redactSecrets(dependent)} any more.`,
	);
}

/** Overrides of somebody else: Meta serves them only while the app has a callback. */
async function findDependentUrls(registration: Registration): Promise<string[]> {
	const accountOverride = (await readAccountOverride(registration)) ?? '';
	const owner = ownerOf(accountOverride, registration.callback.callbackUrl);
	const numbers = await findNumberOverrides(registration);
	return [...(owner === 'us' || owner === 'nobody' ? [] : [accountOverride]), ...numbers.map(({ url }) => url)];
}

async function readAccountOverride({ admin, appId, businessAccountId }: Registration): Promise<string | undefined> {
	const apps = await admin.listSubscribedApps(businessAccountId);
	return apps.find((app) => app.appId === appId)?.overrideUrl;
}

/** A copy of the workflow at an address that Meta cannot call has registered nothing, whatever its path says. */
function isRemovable(registration: Registration, url: string | undefined): boolean {
	const { callbackUrl } = registration.callback;
	if (ownerOf(url, callbackUrl) !== 'us') return false;
	return url === callbackUrl || findAddressProblem(registration) === undefined;
}

import type { IHookFunctions } from 'n8n-workflow';

import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { requireUsableToken } from '../../shared/n8n/account/requireUsableToken';
import { cancelRemovals } from './cancelRemovals';
import { findAddressProblem } from './findAddressProblem';
import { isRegisteredByHand } from './isRegisteredByHand';
import { openRegistration } from './openRegistration';
import { planRegistration } from './planRegistration';
import { readRegistrationState } from './readRegistrationState';
import { requireSecrets } from './requireSecrets';
import { warnOfDiversions } from './warnOfDiversions';

/**
 * Says whether everything that `createRegistration` would do is in place.
 *
 * A removal that is still to come after an earlier unpublishing is called off.
 *
 * @returns false also when that cannot be found out, or something stands in the way: creating says what
 */
export async function checkRegistration(context: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(context)) return false;
	return await isInPlace(context).catch(() => false);
}

async function isInPlace(context: IHookFunctions): Promise<boolean> {
	await requireSecrets(context);
	// Another provider is told anew: that costs one request, and the secret may be a new one.
	if ((await readCredentials(context)).provider !== 'meta') return false;
	const registration = await openRegistration(context);
	await cancelRemovals(registration.callback.callbackUrl, registration);
	if (findAddressProblem(registration)) return false;
	await requireUsableToken(registration);
	const state = await readRegistrationState(registration);
	if (planRegistration(registration, state).length > 0) return false;
	await warnOfDiversions(context, registration, state);
	return true;
}

import { WEBHOOK_FIELDS } from '../../shared/cloudApi/webhookAdmin/webhookFields';
import { overrideOf } from './overrideOf';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { requireReachableEvents } from './requireReachableEvents';
import { toHeldError } from './toHeldError';

/** One change at Meta, in the order in which Meta needs them. */
export type RegistrationStep = 'subscribeAccount' | 'setAppCallback' | 'setOverride';

/**
 * Says what is missing at Meta for a trigger to be called; nothing when everything is in place.
 *
 * @param options.areFieldsGiven - true when missing webhook fields are no reason to change anything; false by default
 * @throws {InvalidInputError} when the place is held by somebody else and may not be taken, and when a chosen event
 * could never come to it
 */
export function planRegistration(
	registration: Registration,
	state: RegistrationState,
	options: { areFieldsGiven?: boolean } = {},
): RegistrationStep[] {
	const { level } = registration;
	const steps: RegistrationStep[] = [];
	// Never when it is subscribed: subscribing again takes the override away.
	if (!state.isAccountSubscribed) steps.push('subscribeAccount');
	const isAppOurs = mayHoldApp(registration, state);
	if (isAppOurs && needsAppCallback(registration, state, options)) steps.push('setAppCallback');
	if (level !== 'app' && needsChange(registration, state, overrideOf(registration, state))) steps.push('setOverride');
	if (!isAppOurs) requireReachableEvents(registration, state);
	return steps;
}

/** Below the app Meta needs some callback of the app, and anybody's will do; there it is taken only when it is free. */
function mayHoldApp({ level, callback }: Registration, { app, abandonedUrls }: RegistrationState): boolean {
	const owner = ownerOf(app?.callbackUrl, callback.callbackUrl);
	return level === 'app' || owner === 'nobody' || owner === 'us' || abandonedUrls.includes(app?.callbackUrl ?? '');
}

function needsAppCallback(
	registration: Registration,
	state: RegistrationState,
	{ areFieldsGiven = false }: { areFieldsGiven?: boolean },
): boolean {
	const { app } = state;
	if (needsChange(registration, state, app?.callbackUrl)) return true;
	if (app?.isActive !== true) return true;
	return !areFieldsGiven && WEBHOOK_FIELDS.some((field) => !app.fields.includes(field));
}

function needsChange(registration: Registration, state: RegistrationState, url: string | undefined): boolean {
	const { callback, isReplacing } = registration;
	const owner = ownerOf(url, callback.callbackUrl);
	const isFree = owner === 'us' || owner === 'nobody' || state.abandonedUrls.includes(url ?? '');
	if (isFree || isReplacing) return url !== callback.callbackUrl;
	throw toHeldError(registration, url ?? '', owner);
}

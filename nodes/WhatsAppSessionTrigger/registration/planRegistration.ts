import { redactSecrets } from '../../shared/cloudApi/redactSecrets';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { overrideOf } from './overrideOf';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { WEBHOOK_FIELDS } from './webhookFields';

/** One change at Meta, in the order in which Meta needs them. */
export type RegistrationStep = 'subscribeAccount' | 'setAppCallback' | 'setOverride';

const HOLDERS = { app: 'The Meta app', businessAccount: 'The WhatsApp Business Account', phoneNumber: 'The number' };

/**
 * Says what is missing at Meta for a trigger to be called; nothing when everything is in place.
 *
 * @throws {InvalidInputError} when the place is held by somebody else and may not be taken
 */
export function planRegistration(registration: Registration, state: RegistrationState): RegistrationStep[] {
	const { level } = registration;
	const steps: RegistrationStep[] = [];
	// Never when it is subscribed: subscribing again takes the override away.
	if (!state.isAccountSubscribed) steps.push('subscribeAccount');
	if (needsAppCallback(registration, state)) steps.push('setAppCallback');
	if (level !== 'app' && needsChange(registration, overrideOf(registration, state))) steps.push('setOverride');
	return steps;
}

function needsAppCallback(registration: Registration, { app }: RegistrationState): boolean {
	const { level, callback } = registration;
	const owner = ownerOf(app?.callbackUrl, callback.callbackUrl);
	// Below the app Meta needs some callback of the app, and anybody's will do.
	if (level !== 'app' && owner !== 'nobody' && owner !== 'us') return false;
	if (needsChange(registration, app?.callbackUrl)) return true;
	return app?.isActive !== true || WEBHOOK_FIELDS.some((field) => !app.fields.includes(field));
}

function needsChange(registration: Registration, url: string | undefined): boolean {
	const { callbackUrl } = registration.callback;
	const owner = ownerOf(url, callbackUrl);
	if (owner === 'us' || owner === 'nobody' || registration.isReplacing) return url !== callbackUrl;
	throw heldBySomebodyElse(registration, url ?? '', owner === 'sameN8n');
}

function heldBySomebodyElse({ level }: Registration, url: string, isSameN8n: boolean): InvalidInputError {
	const whose = isSameN8n ? "another workflow's trigger in this n8n holds it" : 'this trigger does not own that address';
	const other = isSameN8n ? 'Unpublish the other workflow. Or set' : 'Set';
	const below = {
		app: "'Registration Level' to Phone Number, so that only the webhooks of that number come here",
		businessAccount: "'Registration Level' to Phone Number, so that only the webhooks of that number come here",
		phoneNumber: "'Business Phone Number' to another number",
	};
	return new InvalidInputError(
		'Registration Level',
		`${HOLDERS[level]} already posts its webhooks to ${redactSecrets(url)}, and ${whose}.`,
		`${other} ${below[level]}. Or switch on 'Replace Another Callback' to take its place; the other one then gets ` +
			'nothing more.',
	);
}

import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/redactSecrets';
import { findAddressProblem } from './findAddressProblem';
import { isRegisteredByHand } from './isRegisteredByHand';
import { logRegistration } from './logRegistration';
import { openRegistration } from './openRegistration';
import { overrideOf } from './overrideOf';
import { planRegistration, type RegistrationStep } from './planRegistration';
import { readRegistrationState } from './readRegistrationState';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { requireSecrets } from './requireSecrets';
import { requireUsableToken } from './requireUsableToken';
import { takeStep } from './takeStep';
import { toRegistrationError } from './toRegistrationError';
import { warnOfDiversions } from './warnOfDiversions';

/**
 * Registers a trigger at Meta: makes the changes that are missing, and none when nothing is.
 *
 * Whatever stands in the way is found before the first change. With manual registration, and while somebody listens for
 * a test event, only the credential is looked at.
 *
 * @returns true
 * @throws {NodeOperationError | NodeApiError} with what is wrong and what to do about it as its message
 */
export async function createRegistration(context: IHookFunctions): Promise<boolean> {
	await requireSecrets(context);
	if (isRegisteredByHand(context)) return true;
	await register(context).catch((error: unknown) => {
		throw toRegistrationError(context.getNode(), error, context.getNodeWebhookUrl('default'));
	});
	return true;
}

async function register(context: IHookFunctions): Promise<void> {
	const registration = await openRegistration(context);
	const problem = findAddressProblem(registration);
	if (problem) throw problem;
	await requireUsableToken(registration);
	const state = await readRegistrationState(registration);
	for (const step of planRegistration(registration, state)) {
		await takeStep(step, registration, state);
		logReplacement(context, registration, previousUrl(step, registration, state));
	}
	await warnOfDiversions(context, registration, state);
}

function previousUrl(step: RegistrationStep, registration: Registration, state: RegistrationState): string | undefined {
	if (step === 'subscribeAccount') return undefined;
	return step === 'setAppCallback' ? state.app?.callbackUrl : overrideOf(registration, state);
}

function logReplacement(context: IHookFunctions, { callback }: Registration, previous: string | undefined): void {
	const { callbackUrl } = callback;
	if (!previous || previous === callbackUrl) return;
	logRegistration(context, 'warn', `Meta posts to ${callbackUrl} now, and no longer to ${redactSecrets(previous)}.`);
}

import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { requireUsableToken } from '../../shared/n8n/account/requireUsableToken';
import { cancelRemovals } from './cancelRemovals';
import { findAddressProblem } from './findAddressProblem';
import { inTurn } from './inTurn';
import { isRegisteredByHand } from './isRegisteredByHand';
import { isTestListening } from './isTestListening';
import { logRegistration } from './logRegistration';
import { openRegistration } from './openRegistration';
import { overrideOf } from './overrideOf';
import { planRegistration, type RegistrationStep } from './planRegistration';
import { readRegistrationState } from './readRegistrationState';
import { registerWithProvider } from './registerWithProvider';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { requireInPlace } from './requireInPlace';
import { requireSecrets } from './requireSecrets';
import { takeStep } from './takeStep';
import { toRegistrationError } from './toRegistrationError';
import { warnOfDiversions } from './warnOfDiversions';

/**
 * Registers a trigger at Meta: makes the changes that are missing, and none when nothing is.
 *
 * Whatever stands in the way is found before the first change, and after the last one Meta is asked whether it all is in
 * place. Another provider than Meta is told in its own way. With manual registration, and while somebody listens for a test event, only the credential is looked at. A
 * removal that is still to come after an earlier unpublishing is called off.
 *
 * @returns true
 * @throws {NodeOperationError | NodeApiError} with what is wrong and what to do about it as its message
 */
export async function createRegistration(context: IHookFunctions): Promise<boolean> {
	await requireSecrets(context);
	const address = context.getNodeWebhookUrl('default') ?? '';
	if (isRegisteredByHand(context)) {
		if (!isTestListening(context)) await cancelRemovals(address);
		return true;
	}
	const { provider } = await readCredentials(context);
	const registering = provider === 'meta' ? register(context) : registerWithProvider(context, provider);
	await registering.catch((error: unknown) => {
		const nodeError = toRegistrationError(context.getNode(), error, address);
		const where = provider === 'meta' ? 'Meta' : 'the provider';
		logRegistration(context, 'warn', `not registered at ${where}. ${nodeError.message}`);
		throw nodeError;
	});
	return true;
}

async function register(context: IHookFunctions): Promise<void> {
	const registration = await openRegistration(context);
	await cancelRemovals(registration.callback.callbackUrl, registration);
	const problem = findAddressProblem(registration);
	if (problem) throw problem;
	await requireUsableToken(registration);
	const registered = await inTurn(registration.appId, async () => await makeChanges(context, registration));
	await warnOfDiversions(context, registration, registered);
}

/** Gives what is on record afterwards. */
async function makeChanges(context: IHookFunctions, registration: Registration): Promise<RegistrationState> {
	const state = await readRegistrationState(registration);
	const steps = planRegistration(registration, state);
	for (const step of steps) {
		await takeStep(step, registration, state);
		logReplacement(context, registration, state, previousUrl(step, registration, state));
	}
	return steps.length === 0 ? state : await requireInPlace(registration);
}

function previousUrl(step: RegistrationStep, registration: Registration, state: RegistrationState): string | undefined {
	if (step === 'subscribeAccount') return undefined;
	return step === 'setAppCallback' ? state.app?.callbackUrl : overrideOf(registration, state);
}

function logReplacement(
	context: IHookFunctions,
	{ callback: { callbackUrl } }: Registration,
	{ abandonedUrls }: RegistrationState,
	previous: string | undefined,
): void {
	if (!previous || previous === callbackUrl) return;
	const why = abandonedUrls.includes(previous) ? ', where no trigger answers any more' : '';
	const change = `Meta posts to ${callbackUrl} now, and no longer to ${redactSecrets(previous)}${why}.`;
	logRegistration(context, 'warn', change);
}

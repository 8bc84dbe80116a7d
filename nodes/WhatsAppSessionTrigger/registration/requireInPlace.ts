import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { planRegistration, type RegistrationStep } from './planRegistration';
import { readRegistrationState } from './readRegistrationState';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const CHANGED = 'While this trigger was being registered, the registration at Meta was changed by somebody else.';

/**
 * Reads again what Meta has on record after a registration: two that register at once, in two n8n, both find the place
 * free, and the later one takes it.
 *
 * Webhook fields are not looked at: Meta may not take all of them.
 *
 * @returns what is on record
 * @throws {InvalidInputError} when something is missing or held by somebody else
 */
export async function requireInPlace(registration: Registration): Promise<RegistrationState> {
	const state = await readRegistrationState(registration);
	const steps = await planAgain({ ...registration, isReplacing: false }, state).catch((held: unknown) => {
		throw held instanceof InvalidInputError
			? new InvalidInputError(held.parameter, `${CHANGED} ${held.message}`, held.advice)
			: held;
	});
	if (steps.length > 0) throw new InvalidInputError('Registration', CHANGED, 'Publish the workflow again.');
	return state;
}

async function planAgain(registration: Registration, state: RegistrationState): Promise<RegistrationStep[]> {
	return await Promise.resolve().then(() => planRegistration(registration, state, { areFieldsGiven: true }));
}

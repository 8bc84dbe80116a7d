import type { IHookFunctions } from 'n8n-workflow';

import { findDiversions } from './findDiversions';
import { logRegistration } from './logRegistration';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

/** Logs what will not reach a registered trigger. Never fails: the trigger is registered all the same. */
export async function warnOfDiversions(
	context: IHookFunctions,
	registration: Registration,
	state: RegistrationState,
): Promise<void> {
	const sentences = await findDiversions(registration, state).catch(() => [
		'Meta did not say whether webhooks of single numbers go elsewhere.',
	]);
	for (const sentence of sentences) logRegistration(context, 'warn', sentence);
}

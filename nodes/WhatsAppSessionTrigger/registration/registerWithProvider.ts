import type { IHookFunctions } from 'n8n-workflow';

import type { Provider } from '../../shared/cloudApi/client/graphUrl';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { SECRET_HEADER, SECRET_QUERY } from '../../shared/webhook/verifySecret';
import { registerAtDialog360 } from './registerAtDialog360';

/**
 * Registers a trigger at a provider other than Meta, where one can be told through an API.
 *
 * @throws {InvalidInputError} with what to do where it cannot
 */
export async function registerWithProvider(context: IHookFunctions, provider: Exclude<Provider, 'meta'>): Promise<void> {
	if (provider === 'dialog360') {
		await registerAtDialog360(context);
		return;
	}
	throw new InvalidInputError(
		'Registration',
		'How the host of the credential is told where to post webhooks is not known, so that the trigger cannot register itself there.',
		"Set 'Registration' to Manual, and enter the Production URL in the console of your provider, together with the header " +
			`${SECRET_HEADER} and the 'Webhook Secret' of the credential. A provider that sends no header takes the secret in the address, as ?${SECRET_QUERY}=….`,
	);
}

import type { IHookFunctions } from 'n8n-workflow';

import type { Provider } from '../../shared/cloudApi/client/graphUrl';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { inTurn } from './inTurn';
import { isPassingFailure } from './isPassingFailure';
import { isRegisteredByHand } from './isRegisteredByHand';
import { logRegistration } from './logRegistration';
import { openRegistration } from './openRegistration';
import { removeRegistration } from './removeRegistration';
import { scheduleRemoval } from './scheduleRemoval';
import { toRegistrationError } from './toRegistrationError';

/**
 * Has what belongs to this trigger taken back at Meta, 30 seconds later and unless it is published again by then; see
 * `scheduleRemoval` and `removeRegistration`.
 *
 * At another provider than Meta the address stays.
 *
 * A credential that no longer works is logged and does not keep a workflow from being unpublished.
 *
 * @returns true
 * @throws {NodeOperationError | NodeApiError} for a failure to read what to remove that may be gone by the next try
 */
export async function deleteRegistration(context: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(context)) return true;
	const provider = await readCredentials(context).then(({ provider: found }): Provider => found, () => 'meta');
	if (provider !== 'meta') {
		// Its API names no way to take an address away.
		logRegistration(context, 'info', 'its address stays registered at the provider, until another one is set there.');
		return true;
	}
	const registration = await openRegistration(context).catch((error: unknown) => {
		const nodeError = toRegistrationError(context.getNode(), error);
		if (isPassingFailure(error)) throw nodeError;
		logRegistration(context, 'warn', `its callback may still be registered at Meta. ${nodeError.message}`);
	});
	if (registration) {
		scheduleRemoval(registration, async (removal) => {
			return await inTurn(registration.appId, async () => await removeRegistration(context, removal));
		});
	}
	return true;
}

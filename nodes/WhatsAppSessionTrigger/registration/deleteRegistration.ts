import type { IHookFunctions } from 'n8n-workflow';

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
 * A credential that no longer works is logged and does not keep a workflow from being unpublished.
 *
 * @returns true
 * @throws {NodeOperationError | NodeApiError} for a failure to read what to remove that may be gone by the next try
 */
export async function deleteRegistration(context: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(context)) return true;
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

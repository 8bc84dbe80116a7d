import type { IHookFunctions } from 'n8n-workflow';

import { isPassingFailure } from './isPassingFailure';
import { logRegistration } from './logRegistration';
import type { PendingRemoval } from './pendingRemovals';
import { removeAppCallback } from './removeAppCallback';
import { removeOverride } from './removeOverride';
import { toRegistrationError } from './toRegistrationError';

/**
 * Takes back at Meta what leads to exactly this trigger, as far as it is there: its override, and the callback of the app.
 * The subscription of the WABA stays, because others may need it. What it leaves and why is logged.
 *
 * Leaves everything when the trigger answers at its address: then another process has published it again.
 *
 * @returns true when it failed and the next try may succeed
 */
export async function removeRegistration(context: IHookFunctions, removal: PendingRemoval): Promise<boolean> {
	const { registration, successor } = removal;
	const { callback, appId, businessAccountId } = registration;
	if (successor === undefined && (await registration.ask(callback.callbackUrl)).isChallenge) {
		logRegistration(context, 'info', `it is published again, so ${callback.callbackUrl} stays registered at Meta.`);
		return false;
	}
	const failures: unknown[] = [];
	const fail = (failure: unknown): undefined => void failures.push(failure);
	const override = await removeOverride(context, registration).catch(fail);
	const app = successor === 'sameApp' ? 'left' : await removeAppCallback(context, registration).catch(fail);
	for (const failure of failures) {
		const { message } = toRegistrationError(context.getNode(), failure);
		logRegistration(context, 'warn', `its callback may still be registered at Meta. ${message}`);
	}
	if (override === 'none' && app === 'none') {
		const where = `neither at the app ${appId} nor at the account ${businessAccountId}`;
		const sentence = `nothing of it was registered at Meta, ${where}, so nothing was removed.`;
		logRegistration(context, 'warn', `${sentence} If the credential was changed meanwhile, look at the app it had before.`);
	}
	return failures.some(isPassingFailure);
}

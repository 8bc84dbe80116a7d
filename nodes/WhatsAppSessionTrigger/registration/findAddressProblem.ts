import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { findHostProblem } from './findHostProblem';
import type { Registration } from './Registration';

/** How many characters Meta takes for the address of a WABA or a number. */
const LONGEST_OVERRIDE = 200;

/**
 * Says why Meta could not call a trigger at its address.
 *
 * The address has to be https and public, unless the Graph API is the simulator; at the levels below the app it may be
 * 200 characters long.
 *
 * @returns undefined when nothing speaks against the address
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function findAddressProblem(registration: Registration): InvalidInputError | undefined {
	const { level, isSimulated, callback } = registration;
	const { callbackUrl } = callback;
	const problem = findHostProblem(callbackUrl, isSimulated);
	if (problem) return problem;
	if (level === 'app' || callbackUrl.length <= LONGEST_OVERRIDE) return undefined;
	return new InvalidInputError(
		'Registration Level',
		`The address of this trigger has ${callbackUrl.length} characters: ${callbackUrl}`,
		`For an account or a number Meta takes at most ${LONGEST_OVERRIDE}. Give n8n a shorter address in ` +
			"N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n), or set 'Registration Level' to App.",
	);
}

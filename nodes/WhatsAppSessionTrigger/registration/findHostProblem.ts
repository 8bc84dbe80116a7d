import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { isPrivateHost } from '../../shared/cloudApi/client/isPrivateHost';

const SET_ADDRESS =
	'Set the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n) to the address at which the ' +
	'internet reaches this n8n, for example https://n8n.example.com/, start n8n again, and publish the workflow again.';

/**
 * Says why nobody outside could post webhooks to an address: it has to be https and public, unless the simulator posts them.
 *
 * @param poster - who is to post there, as a sentence calls them
 * @returns undefined when nothing speaks against the address
 */
export function findHostProblem(callbackUrl: string, isSimulated: boolean, poster = 'Meta'): InvalidInputError | undefined {
	const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : undefined;
	if (url === undefined) return addressProblem(`This trigger has no usable address: ${callbackUrl || '(none)'}.`);
	if (isSimulated) return undefined;
	if (isPrivateHost(url.hostname)) {
		return addressProblem(`${poster} cannot reach this trigger at ${callbackUrl}: that address is private.`);
	}
	if (url.protocol === 'https:') return undefined;
	return addressProblem(`${poster} does not post webhooks to ${callbackUrl}: the address has to begin with https://.`);
}

/** Says what is wrong with the address of n8n, and where it is set. */
export function addressProblem(message: string): InvalidInputError {
	return new InvalidInputError('Webhook URL', message, SET_ADDRESS);
}

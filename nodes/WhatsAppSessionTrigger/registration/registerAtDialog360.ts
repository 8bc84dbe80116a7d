import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { getDialog360Webhook, setDialog360Webhook } from '../../shared/cloudApi/webhookAdmin/dialog360Webhook';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { askCallback } from '../../shared/n8n/account/askCallback';
import { createGraphTransport } from '../../shared/n8n/account/createGraphTransport';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { SECRET_HEADER } from '../../shared/webhook/verifySecret';
import { addressProblem, findHostProblem } from './findHostProblem';
import { logRegistration } from './logRegistration';
import { ownerOf, type CallbackOwner } from './ownerOf';

const ASK_TIMEOUT_MS = 5_000;
const NOT_FOUND = 404;

/**
 * Makes a trigger the address to which 360dialog posts the webhooks of the credential's number, and has the webhook secret sent along.
 *
 * 360dialog has one address for a number, so that the registration level does not matter. An address that is somebody else's is replaced
 * only where the builder wants it, or where nobody listens there any more.
 *
 * @throws {InvalidInputError} when the address is held by somebody else, or 360dialog could not post to this one
 */
export async function registerAtDialog360(context: IHookFunctions): Promise<void> {
	const { graph, webhookSecret = '' } = await readCredentials(context);
	const url = context.getNodeWebhookUrl('default') ?? '';
	const problem = findProblem(url, /^http:/i.test(graph.baseUrl));
	if (problem) throw problem;
	const transport = createGraphTransport(context, graph);
	const previous = await getDialog360Webhook(transport);
	const owner = ownerOf(previous, url);
	const isReplacing = context.getNodeParameter('replaceCallback', false) === true;
	if (!isReplacing && !(await isFree(context, previous, owner))) throw toHeldError(previous, owner);
	await setDialog360Webhook(transport, { url, headers: { [SECRET_HEADER]: webhookSecret } });
	if (owner === 'nobody' || owner === 'us') return;
	logRegistration(context, 'warn', `360dialog posts to ${url} now, and no longer to ${redactSecrets(previous)}.`);
}

/**
 * Beside what everybody wants of an address, 360dialog takes no port and no underscore in the name of the host.
 *
 * @see https://docs.360dialog.com/partner/messaging/receiving-messages-via-webhook/multiple-webhooks-per-phone-number (read 2026-11-27)
 */
function findProblem(url: string, isSimulated: boolean): InvalidInputError | undefined {
	const problem = findHostProblem(url, isSimulated, '360dialog');
	if (problem || isSimulated) return problem;
	const { hostname, port } = new URL(url);
	if (port === '' && !hostname.includes('_')) return undefined;
	return addressProblem(`360dialog does not post webhooks to ${url}: the name of the host may have no port and no underscore.`);
}

async function isFree(context: IHookFunctions, url: string, owner: CallbackOwner): Promise<boolean> {
	if (owner === 'nobody' || owner === 'us') return true;
	if (owner === 'stranger') return false;
	// Without a verify token: whoever listens there refuses the question, and that is an answer too.
	const { status } = await askCallback(context, url, '', ASK_TIMEOUT_MS);
	return status === NOT_FOUND || (owner === 'usElsewhere' && status === undefined);
}

function toHeldError(url: string, owner: CallbackOwner): InvalidInputError {
	const whose = {
		sameN8n: "another workflow's trigger in this n8n holds it",
		usElsewhere: 'a copy of this workflow is published there',
	};
	const who = owner === 'sameN8n' || owner === 'usElsewhere' ? whose[owner] : 'this trigger does not own that address';
	return new InvalidInputError(
		'Replace Another Callback',
		`360dialog already posts the webhooks of this number to ${redactSecrets(url)}, and ${who}.`,
		"Switch on 'Replace Another Callback' to take its place; the other one then gets nothing more. Or use the key of another number.",
	);
}

import type { IWebhookFunctions } from 'n8n-workflow';

import { createMemory } from '../../shared/n8n/account/createMemory';
import { CREDENTIAL_TYPE, readCredentials } from '../../shared/n8n/account/readCredentials';
import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { nodeOf } from './nodeOf';

const LIFETIME_MS = 60_000;
// A flood of forged webhooks must not turn into a flood of credential reads. Meta repeats what a changed secret made fail meanwhile.
const SHORTEST_REREAD_MS = 5_000;

const memory = createMemory<SessionCredentials>(LIFETIME_MS);

/**
 * Gives the credential of a trigger, read from n8n at most once a minute: each read costs n8n an isolate of its
 * expression engine, which is half of what a webhook costs.
 */
export async function rememberCredentials(context: IWebhookFunctions): Promise<SessionCredentials> {
	return await memory.get(keyOf(context), () => readCredentials(context));
}

/**
 * Reads the credential anew, because what is remembered may be out of date.
 *
 * @returns undefined when it was read only a moment ago
 */
export async function rereadCredentials(context: IWebhookFunctions): Promise<SessionCredentials | undefined> {
	const key = keyOf(context);
	if (memory.ageMs(key) < SHORTEST_REREAD_MS) return undefined;
	memory.forget(key);
	return await rememberCredentials(context);
}

function keyOf(context: IWebhookFunctions): string {
	const node = nodeOf(context);
	return node.credentials?.[CREDENTIAL_TYPE]?.id ?? node.id;
}

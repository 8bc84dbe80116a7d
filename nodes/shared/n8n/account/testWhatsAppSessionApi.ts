import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { createCloudApi } from '../../cloudApi/client/createCloudApi';
import { createWebhookAdmin } from '../../cloudApi/webhookAdmin/createWebhookAdmin';
import { GRAPH_REQUEST_TIMEOUT_MS } from '../../cloudApi/client/graphApi';
import type { GraphTransport } from '../../cloudApi/client/GraphTransport';
import { graphUrl } from '../../cloudApi/client/graphUrl';
import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import { openStore } from '../../store/openStore';
import { toManners } from '../parameters/toManners';
import { toSessionCredentials } from './readCredentials';
import { requireUsableToken } from './requireUsableToken';
import type { SessionCredentials } from './SessionCredentials';
import { speakWithProvider } from './speakWithProvider';

/**
 * Tests the credential: reads the manners, opens the session store, reads the WhatsApp Business Account with the token, and, where App ID and
 * App Secret of Meta are given, asks Meta whether they and the token belong together.
 *
 * @returns which of them failed and what to do about it
 */
export async function testWhatsAppSessionApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const fields = credential.data ?? {};
	try {
		const credentials = toSessionCredentials(fields);
		const { businessAccountId, store } = credentials;
		toManners(credentials.manners);
		await openStore(store).findSessions([]);
		const transport = createTestTransport(this, credentials);
		const account = await createCloudApi(transport)
			.getBusinessAccount(businessAccountId)
			.catch((error: unknown) => Promise.reject(new Error(`Access to WhatsApp: ${sentence(error)}`)));
		await requireOwnApp(transport, credentials);
		return { status: 'OK', message: `Connected to '${account.name}', and the session store is ready.` };
	} catch (error) {
		return { status: 'Error', message: sentence(error) };
	}
}

/** A wrong app secret would be noticed only when the trigger refuses every webhook. */
async function requireOwnApp(transport: GraphTransport, credentials: SessionCredentials): Promise<void> {
	const { appId, appSecrets, accessToken } = credentials;
	// Of another provider no app is read.
	if (appId === '' || appSecrets.length === 0) return;
	await requireUsableToken({ admin: createWebhookAdmin(transport, { maxTries: 1 }), appId, accessToken });
}

function sentence(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	if (!(error instanceof WhatsAppSessionError)) return message;
	return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${error.advice}`.trim();
}

function createTestTransport(context: ICredentialTestFunctions, credentials: SessionCredentials): GraphTransport {
	const { graph, accessHeaders, appId, appSecrets } = credentials;
	const carry: GraphTransport = async ({ method, path, query, as }) => {
		// The only HTTP helper that n8n gives to a credential test; `fetch` would not go through n8n's proxy.
		const response = await context.helpers.request({
			method,
			uri: graphUrl(graph, path),
			qs: query,
			headers: as === 'app' ? { Authorization: `Bearer ${appId}|${appSecrets[0] ?? ''}` } : accessHeaders,
			json: true,
			timeout: GRAPH_REQUEST_TIMEOUT_MS,
			followRedirect: false,
			resolveWithFullResponse: true,
			simple: false,
		});
		return { status: response.statusCode, body: response.body };
	};
	return speakWithProvider(carry, graph);
}

import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { createCloudApi } from '../cloudApi/createCloudApi';
import { GRAPH_REQUEST_TIMEOUT_MS } from '../cloudApi/graphApi';
import type { GraphTransport } from '../cloudApi/GraphTransport';
import { graphUrl, type GraphAddress } from '../cloudApi/graphUrl';
import { WhatsAppSessionError } from '../domain/WhatsAppSessionError';
import { openStore } from '../store/openStore';
import { toSessionCredentials } from './readCredentials';

/**
 * Tests the credential: opens the session store, then reads the WhatsApp Business Account with the token.
 *
 * @returns which of the two failed and what to do about it
 */
export async function testWhatsAppSessionApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const fields = credential.data ?? {};
	try {
		const { businessAccountId, graph, store } = toSessionCredentials(fields);
		await openStore(store).findSessions([]);
		const transport = createTestTransport(this, graph, String(fields.accessToken ?? '').trim());
		const account = await createCloudApi(transport)
			.getBusinessAccount(businessAccountId)
			.catch((error: unknown) => Promise.reject(new Error(`Access to WhatsApp: ${sentence(error)}`)));
		return { status: 'OK', message: `Connected to '${account.name}', and the session store is ready.` };
	} catch (error) {
		return { status: 'Error', message: sentence(error) };
	}
}

function sentence(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	if (!(error instanceof WhatsAppSessionError)) return message;
	return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${error.advice}`.trim();
}

function createTestTransport(context: ICredentialTestFunctions, graph: GraphAddress, token: string): GraphTransport {
	return async ({ method, path, query }) => {
		// The only HTTP helper that n8n gives to a credential test; `fetch` would not go through n8n's proxy.
		const response = await context.helpers.request({
			method,
			uri: graphUrl(graph, path),
			qs: query,
			headers: { Authorization: `Bearer ${token}` },
			json: true,
			timeout: GRAPH_REQUEST_TIMEOUT_MS,
			followRedirect: false,
			resolveWithFullResponse: true,
			simple: false,
		});
		return { status: response.statusCode, body: response.body };
	};
}

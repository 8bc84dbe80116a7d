import type { IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { verifySignature, type SignatureVerdict } from '../../shared/webhook/verifySignature';
import { rememberCredentials, rereadCredentials } from './rememberCredentials';

/** A webhook, and what its signature says about it. */
export interface VerifiedRequest {
	/** The bytes that were signed. */
	rawBody: Buffer;
	/** The credential they were verified with. */
	credentials: SessionCredentials;
	verdict: SignatureVerdict;
}

/**
 * Verifies the signature of a webhook with the app secret of the credential.
 *
 * @throws what reading the credential failed with
 */
export async function verifyRequest(context: IWebhookFunctions): Promise<VerifiedRequest> {
	const rawBody = await readRawBody(context);
	const header = String(context.getRequestObject().headers['x-hub-signature-256'] ?? '');
	const credentials = await rememberCredentials(context);
	const verdict = verifySignature(rawBody, header, credentials.appSecrets);
	if (verdict.isValid || verdict.reason === 'noHeader' || verdict.reason === 'malformedHeader') {
		return { rawBody, credentials, verdict };
	}
	// The secret may have been changed a moment ago; a changed one works at once.
	const changed = await rereadCredentials(context);
	if (!changed) return { rawBody, credentials, verdict };
	return { rawBody, credentials: changed, verdict: verifySignature(rawBody, header, changed.appSecrets) };
}

/** n8n reads the body beforehand, except of a form upload: of that nothing is left, and Meta never sends one. */
async function readRawBody(context: IWebhookFunctions): Promise<Buffer> {
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody().catch(() => undefined);
	return request.rawBody ?? Buffer.alloc(0);
}

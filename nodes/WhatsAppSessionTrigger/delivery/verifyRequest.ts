import type { IWebhookFunctions } from 'n8n-workflow';

import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { SECRET_HEADER, SECRET_QUERY, verifySecret, type SecretVerdict } from '../../shared/webhook/verifySecret';
import { verifySignature, type SignatureVerdict } from '../../shared/webhook/verifySignature';
import { rememberCredentials, rereadCredentials } from './rememberCredentials';

type Verdict = SignatureVerdict | SecretVerdict;

/** A webhook, and what its proof says about it. */
export interface VerifiedRequest {
	/** The bytes that came; Meta's signature is over these. */
	rawBody: Buffer;
	/** The credential they were verified with. */
	credentials: SessionCredentials;
	verdict: Verdict;
}

/** Verdicts that a secret which was changed a moment ago may explain. */
const OF_ANOTHER_SECRET = new Set(['noSecret', 'mismatch', 'noWebhookSecret', 'secretMismatch']);

/**
 * Verifies that a webhook comes from WhatsApp: by Meta's signature with the app secret of the credential, or by the secret that the
 * credential's provider sends along. Only the proof that belongs to the provider counts.
 *
 * @throws what reading the credential failed with
 */
export async function verifyRequest(context: IWebhookFunctions): Promise<VerifiedRequest> {
	const rawBody = await readRawBody(context);
	const credentials = await rememberCredentials(context);
	const verdict = judge(context, rawBody, credentials);
	if (verdict.isValid || !OF_ANOTHER_SECRET.has(verdict.reason)) return { rawBody, credentials, verdict };
	const changed = await rereadCredentials(context);
	return changed ? { rawBody, credentials: changed, verdict: judge(context, rawBody, changed) } : { rawBody, credentials, verdict };
}

function judge(context: IWebhookFunctions, rawBody: Buffer, { appSecrets, webhookSecret }: SessionCredentials): Verdict {
	const { headers } = context.getRequestObject();
	if (webhookSecret === undefined) return verifySignature(rawBody, String(headers['x-hub-signature-256'] ?? ''), appSecrets);
	const query: Record<string, unknown> = { ...context.getQueryData() };
	return verifySecret({ header: headers[SECRET_HEADER.toLowerCase()], query: query[SECRET_QUERY] }, webhookSecret);
}

/** n8n reads the body beforehand, except of a form upload: of that nothing is left, and nobody sends one. */
async function readRawBody(context: IWebhookFunctions): Promise<Buffer> {
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody().catch(() => undefined);
	return request.rawBody ?? Buffer.alloc(0);
}

import { addAbortSignal, Readable } from 'node:stream';

import type { IAllExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { GraphAddress } from '../../cloudApi/client/graphUrl';
import { CREDENTIAL_TYPE } from '../account/readCredentials';
import { MediaDownloadError } from './MediaDownloadError';

/** Where a file is fetched. */
export interface MediaAddress {
	/** The address that Meta gave for the file. */
	url: string;
	/** Where the Graph API is; decides whether an address without TLS may be used. */
	graph: GraphAddress;
	/** Aborted when the time is up. */
	signal: AbortSignal;
}

/** A file on its way. */
export interface MediaStream {
	body: Readable;
	/** MIME type that the server gave, without parameters; empty when it gave none. */
	contentType: string;
}

/**
 * Begins to fetch a file with the token of the credential.
 *
 * @returns undefined when the address leads nowhere any more (404, 410): a fresh one may do
 * @throws {MediaDownloadError} when the address must not get the token, or the server did not give the file
 */
export async function openMediaStream(
	context: IWebhookFunctions | ITriggerFunctions,
	{ url, graph, signal }: MediaAddress,
): Promise<MediaStream | undefined> {
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: toSafeAddress(url, graph),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the token to somebody else.
		disableFollowRedirect: true,
		abortSignal: signal,
	};
	const response = (await context.helpers.httpRequestWithAuthentication
		.call(context as unknown as IAllExecuteFunctions, CREDENTIAL_TYPE, request)
		.catch(throwWithoutRequest)) as IN8nHttpFullResponse;
	const { statusCode, headers, body } = response;
	if (!(body instanceof Readable)) throw refusal(`answered without a file (HTTP ${statusCode})`);
	// It may break before anybody reads it; whoever reads it then is told.
	addAbortSignal(
		signal,
		body.on('error', () => {}),
	);
	if (statusCode === 200) return { body, contentType: essence(headers['content-type']) };
	body.destroy();
	if (statusCode === 404 || statusCode === 410) return undefined;
	throw refusal(`answered with HTTP ${statusCode}`);
}

function toSafeAddress(url: string, graph: GraphAddress): string {
	const protocol = URL.canParse(url) ? new URL(url).protocol : '';
	const isPlainAllowed = graph.baseUrl.trim().toLowerCase().startsWith('http:');
	if (protocol === 'https:' || (protocol === 'http:' && isPlainAllowed)) return url;
	throw new MediaDownloadError('The address that WhatsApp gave for the file does not begin with https://.', {
		advice: 'The access token is sent over TLS only.',
	});
}

/** What n8n rejects with holds the request, and with it the address and the token. */
function throwWithoutRequest(): never {
	throw refusal('could not be reached, or broke the connection');
}

function refusal(what: string): MediaDownloadError {
	return new MediaDownloadError(`The server that keeps WhatsApp's files ${what}.`, {
		advice: 'The file can be fetched by message.media.id for 7 days.',
	});
}

function essence(contentType: unknown): string {
	return (
		String(contentType ?? '')
			.split(';')[0]
			?.trim()
			.toLowerCase() ?? ''
	);
}

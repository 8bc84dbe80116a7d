import { Readable } from 'node:stream';

import FormData from 'form-data';
import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { GRAPH_REQUEST_TIMEOUT_MS, UPLOAD_TIMEOUT_MS } from '../../cloudApi/client/graphApi';
import type { GraphRequest, GraphTransport } from '../../cloudApi/client/GraphTransport';
import { graphUrl, type GraphAddress } from '../../cloudApi/client/graphUrl';
import { isSend } from '../../cloudApi/client/isSend';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { CREDENTIAL_TYPE } from './readCredentials';
import { speakWithProvider } from './speakWithProvider';

// All of the file, from its first byte on (docs/graph-api/guides/upload, read 2026-09-11).
const UPLOAD_HEADERS = { file_offset: '0', 'Content-Type': 'application/octet-stream' };

/** What a context has to offer for calling Meta: n8n's own HTTP helper, which knows about proxies and cancelled executions. */
export interface RequestContext {
	helpers: Pick<IAllExecuteFunctions['helpers'], 'httpRequestWithAuthentication' | 'httpRequest'>;
}

/** The Meta app, for requests that need its own token. Never part of an error or a log. */
export interface AppKeys {
	appId: string;
	appSecret: string;
	/** Token of the credential, for uploads that send it in a form of their own; undefined where there are none. */
	accessToken?: string;
}

/**
 * Carries requests to the Graph API through n8n's HTTP helper, with the node's credential, in the way of its provider.
 *
 * @param app - signs the requests that are made as the app; those are refused when undefined
 */
export function createGraphTransport(context: RequestContext, graph: GraphAddress, app?: AppKeys): GraphTransport {
	const unstoppable = withoutStop(context);
	const carry: GraphTransport = async ({ method, as, path, query, body, form, bytes }) => {
		const file = await form?.file.open();
		const request: IHttpRequestOptions = {
			method,
			url: graphUrl(graph, path),
			qs: query,
			body: form ? toFormData(form, file) : (bytes ?? body),
			json: true,
			timeout: form || bytes ? UPLOAD_TIMEOUT_MS : GRAPH_REQUEST_TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect would carry the token to somebody else, and repeat a send.
			disableFollowRedirect: true,
			...(bytes && { headers: UPLOAD_HEADERS }),
		};
		const answering =
			as !== undefined
				? context.helpers.httpRequest({ ...request, headers: { ...request.headers, Authorization: authorizationOf(as, app) } })
				: context.helpers.httpRequestWithAuthentication.call(isSend({ method, path, body }) ? unstoppable : (context as IAllExecuteFunctions), CREDENTIAL_TYPE, request);
		// A stream that nobody reads to its end keeps its file open.
		const close = () => void (file instanceof Readable && file.destroy());
		const response = await answering.catch(throwCause).finally(close);
		return { status: response.statusCode, body: response.body };
	};
	return speakWithProvider(carry, graph);
}

/**
 * The same context without its Stop button, which n8n looks for to cut requests off. A message that has left is not called back by that: nobody
 * would know whether it arrived.
 */
function withoutStop(context: RequestContext): IAllExecuteFunctions {
	return new Proxy(context as IAllExecuteFunctions, { has: (target, name) => name !== 'getExecutionCancelSignal' && name in target });
}

function toFormData({ fields, file }: NonNullable<GraphRequest['form']>, content: Buffer | Readable | undefined): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	const { fileName: filename, mimeType: contentType, sizeBytes: knownLength } = file;
	form.append('file', content, { filename, contentType, ...(knownLength !== undefined && { knownLength }) });
	return form;
}

function authorizationOf(as: 'app' | 'upload', app: AppKeys | undefined): string {
	return as === 'app' ? `Bearer ${toAppToken(app)}` : `OAuth ${app?.accessToken ?? ''}`;
}

function toAppToken(app: AppKeys | undefined): string {
	if (app) return `${app.appId}|${app.appSecret}`;
	throw new InvalidInputError(
		'App ID',
		"This request is made by the Meta app itself, and the credential has no 'App ID' and 'App Secret'.",
		'Open the credential and copy both from App Settings > Basic in the Meta console.',
	);
}

/** n8n wraps what the network said; the client needs the code of the connection, which is further down the chain of causes. */
function throwCause(error: unknown): never {
	let cause = error;
	while (cause instanceof Error && !hasCode(cause) && cause.cause !== undefined) cause = cause.cause;
	throw hasCode(cause) ? cause : error;
}

function hasCode(error: unknown): error is Error & { code: string } {
	return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

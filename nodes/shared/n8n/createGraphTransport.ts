import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { GRAPH_REQUEST_TIMEOUT_MS } from '../cloudApi/graphApi';
import type { GraphTransport } from '../cloudApi/GraphTransport';
import { graphUrl, type GraphAddress } from '../cloudApi/graphUrl';
import { CREDENTIAL_TYPE } from './readCredentials';

/** What a context has to offer for calling Meta: n8n's own HTTP helper, which knows about proxies and cancelled executions. */
export interface RequestContext {
	helpers: Pick<IAllExecuteFunctions['helpers'], 'httpRequestWithAuthentication'>;
}

/** Carries requests to the Graph API through n8n's HTTP helper, with the node's credential. */
export function createGraphTransport(context: RequestContext, graph: GraphAddress): GraphTransport {
	return async ({ method, path, query, body }) => {
		const request: IHttpRequestOptions = {
			method,
			url: graphUrl(graph, path),
			qs: query,
			body,
			json: true,
			timeout: GRAPH_REQUEST_TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// A redirect would carry the token to somebody else, and repeat a send.
			disableFollowRedirect: true,
		};
		const response = await context.helpers.httpRequestWithAuthentication
			.call(context as IAllExecuteFunctions, CREDENTIAL_TYPE, request)
			.catch(throwCause);
		return { status: response.statusCode, body: response.body };
	};
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

import type { GraphRequest } from './GraphTransport';

/** Says whether a request sends a message, so that repeating it, or an error about it, has to mind a second message. */
export function isSend(request: Pick<GraphRequest, 'method' | 'path'>): boolean {
	return request.method === 'POST' && /\/(marketing_)?messages$/.test(request.path);
}

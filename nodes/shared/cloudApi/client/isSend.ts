import type { GraphRequest } from './GraphTransport';

/**
 * Says whether a request sends a message, so that repeating it, or an error about it, has to mind a second message. Marking
 * one as read goes to the same address and sends none.
 */
export function isSend({ method, path, body }: Pick<GraphRequest, 'method' | 'path' | 'body'>): boolean {
	return method === 'POST' && /\/(marketing_)?messages$/.test(path) && !(body?.status === 'read' && body.type === undefined);
}

import type { Request, RequestHandler } from 'express';
import type { Engine } from '../Engine.ts';
import { GraphError } from './GraphError.ts';

/**
 * Lets a request pass that carries the right token, in the header or as `access_token`.
 *
 * **WARNING:** the answers about the app's token are from reports, not from Meta's pages: 101 for an app that does not
 * exist, 190 for a wrong app secret.
 *
 * @param kind - `user` is the system user's token, `app` is `<app ID>|<app secret>`
 * @throws {GraphError} 200 without a token, 190 for a wrong one, 15 and 10 for one where the other is needed
 */
export function authorize(engine: Engine, kind: 'user' | 'app'): RequestHandler {
	const { accessToken, appId, appSecret } = engine.account;
	const tokens = { user: accessToken, app: `${appId}|${appSecret}` };
	return (request, _response, next) => {
		const token = readToken(request);
		if (token === '') throw new GraphError(200, { message: '(#200) Provide valid app ID' });
		if (!Object.values(tokens).includes(token)) throw unknownToken(token, appId);
		if (token === accessToken) checkUserToken(engine);
		if (token !== tokens[kind]) throw new GraphError(kind === 'app' ? 15 : 10);
		next();
	};
}

function readToken({ headers, query, body }: Request): string {
	const header = /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(headers.authorization ?? '')?.[1];
	return header ?? String(query.access_token ?? body?.access_token ?? '');
}

function unknownToken(token: string, appId: string): GraphError {
	const [, claimedAppId] = /^(\d+)\|/.exec(token) ?? [];
	if (claimedAppId === undefined) {
		return new GraphError(190, { message: 'Invalid OAuth access token - Cannot parse access token' });
	}
	if (claimedAppId === appId) return new GraphError(190, { message: 'Invalid OAuth access token signature.' });
	const message = 'Error validating application. Cannot get application info due to a system error.';
	return new GraphError(101, { message });
}

function checkUserToken({ token, clock }: Engine): void {
	if (!token.isValid) {
		const message = 'Error validating access token: The session has been invalidated.';
		throw new GraphError(190, { message, subcode: 460 });
	}
	if (token.expiresAtMs === null || clock.nowMs() < token.expiresAtMs) return;
	const expiredAt = new Date(token.expiresAtMs).toISOString();
	throw new GraphError(190, {
		message: `Error validating access token: Session has expired on ${expiredAt}.`,
		subcode: 463,
	});
}

import type { Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { authorize } from './authorize.ts';
import { GraphError } from './GraphError.ts';

/**
 * Adds `/oauth/access_token`, which gives the app's token for its ID and secret, and `/debug_token`, which says what a
 * token is good for.
 *
 * @see https://developers.facebook.com/docs/graph-api/reference/debug_token (read 2026-06)
 */
export function addTokenRoutes(router: Router, engine: Engine): void {
	const { account } = engine;
	router.get('/oauth/access_token', ({ query }, response) => {
		if (query.client_id !== account.appId) {
			throw new GraphError(101, { message: 'Error validating application. Invalid application ID.' });
		}
		if (query.client_secret !== account.appSecret) {
			throw new GraphError(1, { message: 'Error validating client secret.' });
		}
		response.json({ access_token: `${account.appId}|${account.appSecret}`, token_type: 'bearer' });
	});
	router.get('/debug_token', authorize(engine, 'app'), ({ query }, response) => {
		const inputToken = query.input_token;
		if (typeof inputToken !== 'string' || inputToken === '') {
			throw new GraphError(100, { message: '(#100) The parameter input_token is required' });
		}
		response.json({ data: describeToken(engine, inputToken) });
	});
}

function describeToken(engine: Engine, inputToken: string): JsonObject {
	const { account } = engine;
	const app = { app_id: account.appId, application: account.appName };
	if (inputToken === `${account.appId}|${account.appSecret}`) {
		return { ...app, type: 'APP', is_valid: true, scopes: [] };
	}
	if (inputToken !== account.accessToken) {
		return { error: { code: 190, message: 'Invalid OAuth access token.' }, is_valid: false, scopes: [] };
	}
	return { ...app, ...describeUserToken(engine) };
}

function describeUserToken({ account, clock, token }: Engine): JsonObject {
	const { isValid, expiresAtMs, scopes } = token;
	const isExpired = expiresAtMs !== null && clock.nowMs() >= expiresAtMs;
	const error = isExpired
		? { code: 190, subcode: 463, message: 'Error validating access token: Session has expired.' }
		: { code: 190, subcode: 460, message: 'Error validating access token: The session has been invalidated.' };
	return {
		type: 'SYSTEM_USER',
		data_access_expires_at: 0,
		expires_at: expiresAtMs === null ? 0 : Math.floor(expiresAtMs / 1000),
		is_valid: isValid && !isExpired,
		...((!isValid || isExpired) && { error }),
		scopes,
		granular_scopes: scopes.map((scope) => ({ scope, target_ids: [account.businessAccountId] })),
		user_id: '122093456789012345',
	};
}

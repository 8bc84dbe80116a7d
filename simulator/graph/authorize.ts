import type { RequestHandler } from 'express';
import type { SimulatedAccount } from '../Engine.ts';
import { GraphError } from './GraphError.ts';

/**
 * Lets a request pass that carries the right token, in the header or as `access_token`.
 *
 * @param kind - `user` is the system user's token, `app` is `<app ID>|<app secret>`
 * @throws {GraphError} 200 without a token, 190 for a wrong one, 15 and 10 for one where the other is needed
 */
export function authorize(account: SimulatedAccount, kind: 'user' | 'app'): RequestHandler {
	const tokens = { user: account.accessToken, app: `${account.appId}|${account.appSecret}` };
	return (request, _response, next) => {
		const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
		const token = header ?? String(request.query.access_token ?? request.body?.access_token ?? '');
		if (token === '') throw new GraphError(200, { message: '(#200) Provide valid app ID' });
		if (!Object.values(tokens).includes(token)) {
			throw new GraphError(190, { message: 'Invalid OAuth access token - Cannot parse access token' });
		}
		if (token !== tokens[kind]) throw new GraphError(kind === 'app' ? 15 : 10);
		next();
	};
}

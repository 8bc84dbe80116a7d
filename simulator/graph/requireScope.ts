import type { RequestHandler } from 'express';
import type { Engine } from '../Engine.ts';
import { GraphError } from './GraphError.ts';

/**
 * Lets a request pass when the access token has the permission.
 *
 * @throws {GraphError} 200 or 10, as `TokenState.permissionCode` says; which of the two Meta uses where is not documented
 */
export function requireScope({ token }: Engine, scope: string): RequestHandler {
	return (_request, _response, next) => {
		if (token.scopes.includes(scope)) next();
		else {
			const message = `(#${token.permissionCode}) Requires ${scope} permission to manage the object`;
			throw new GraphError(token.permissionCode, { message, httpStatus: 403 });
		}
	};
}

import { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import type { Engine } from '../Engine.ts';
import { addAccountRoutes } from './accountRoutes.ts';
import { authorize } from './authorize.ts';
import { GraphError } from './GraphError.ts';
import { addSubscriptionRoutes } from './subscriptionRoutes.ts';

/**
 * The Graph API below any version: `/v25.0/…`. Every refusal has Meta's shape.
 *
 * @param engine - what the routes work with
 */
export function graphRoutes(engine: Engine): Router {
	const router = Router();
	addTokenRoute(router, engine);
	addSubscriptionRoutes(router, engine);
	router.use(authorize(engine.account, 'user'));
	addAccountRoutes(router, engine);
	router.use((request) => {
		throw new GraphError(2500, { message: `Unknown path components: ${request.path}` });
	});
	return router;
}

/** Turns whatever a Graph route threw into an answer in Meta's shape. */
export function answerGraphError(engine: Engine): ErrorRequestHandler {
	return (error: unknown, _request, response, next) => {
		if (response.headersSent) {
			next(error);
			return;
		}
		const graphError = toGraphError(error);
		response.status(graphError.httpStatus).json(graphError.toBody(engine.ids.fbtraceId()));
	};
}

/** `GET /oauth/access_token`: exchanges the app's ID and secret for the app's token. */
function addTokenRoute(router: Router, { account }: Engine): void {
	router.get('/oauth/access_token', ({ query }, response) => {
		if (query.client_id !== account.appId || query.client_secret !== account.appSecret) {
			throw new GraphError(1, { message: 'Error validating client secret.' });
		}
		response.json({ access_token: `${account.appId}|${account.appSecret}`, token_type: 'bearer' });
	});
}

function toGraphError(error: unknown): GraphError {
	if (error instanceof GraphError) return error;
	if (error instanceof SyntaxError) return new GraphError(100, { message: '(#100) The body is not valid JSON' });
	return new GraphError(131000, { details: error instanceof Error ? error.message : 'unknown' });
}

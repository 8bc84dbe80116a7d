import { Router } from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Engine } from '../Engine.ts';
import { addMediaRoutes } from '../media/addMediaRoutes.ts';
import { addSampleRoutes } from '../media/addSampleRoutes.ts';
import { addUploadRoutes } from '../media/addUploadRoutes.ts';
import { addLibraryRoute } from '../templates/library/addLibraryRoute.ts';
import { addTemplateRoutes } from '../templates/addTemplateRoutes.ts';
import { addAccountRoutes } from './accountRoutes.ts';
import { authorize } from './authorize.ts';
import { GraphError } from './GraphError.ts';
import { addOverrideRoutes } from './overrideRoutes.ts';
import { addSubscriptionRoutes } from './subscriptionRoutes.ts';
import { addTokenRoutes } from './tokenRoutes.ts';

/**
 * The Graph API below any version: `/v25.0/…`. Every refusal has Meta's shape.
 *
 * @param engine - what the routes work with
 */
export function graphRoutes(engine: Engine): Router {
	const router = Router();
	router.use(holdAnswers(engine));
	addTokenRoutes(router, engine);
	addSubscriptionRoutes(router, engine);
	router.use(authorize(engine, 'user'));
	addUploadRoutes(router, engine);
	addSampleRoutes(router, engine);
	addMediaRoutes(router, engine);
	addLibraryRoute(router, engine);
	addTemplateRoutes(router, engine);
	addAccountRoutes(router, engine);
	addOverrideRoutes(router, engine);
	router.use((request) => {
		throw new GraphError(2500, { message: `Unknown path components: ${request.path}` });
	});
	return router;
}

/** Lets a request wait before anybody looks at it; from outside that is the same as an answer that takes its time. */
function holdAnswers({ world }: Engine): RequestHandler {
	return (_request, _response, next) => {
		const { answerDelayMs } = world.settings;
		if (answerDelayMs > 0) setTimeout(next, answerDelayMs);
		else next();
	};
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

function toGraphError(error: unknown): GraphError {
	if (error instanceof GraphError) return error;
	if (error instanceof SyntaxError) return new GraphError(100, { message: '(#100) The body is not valid JSON' });
	return new GraphError(131000, { details: error instanceof Error ? error.message : 'unknown' });
}

import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import { graphRoutes } from '../graph/graphRoutes.ts';
import { pickFields } from '../graph/pickFields.ts';
import type { JsonObject } from '../JsonObject.ts';
import { addDownloadRoute } from '../media/addDownloadRoute.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { addWebhookRoutes } from './addWebhookRoutes.ts';
import { keyOfNumber } from './keyOfNumber.ts';
import { numberOf } from './numberOf.ts';

/** Where the simulated 360dialog is found, below the simulator's own address. */
export const DIALOG360_PATH = '/360dialog';

/** What stands in Meta's paths behind the ID of the number, and in those of 360dialog alone. */
const OF_NUMBER = /^\/(messages|marketing_messages|media|thread_control)$/;

/**
 * 360dialog in front of the simulated Meta: the same requests without version and IDs, with the key of a number in `D360-API-KEY`.
 *
 * **WARNING:** which refusals are 360dialog's own and which Meta's is known from its pages for a wrong key alone.
 *
 * @see https://docs.360dialog.com/docs/waba-basics/waba-integration (read 2026-11-27)
 */
export function dialog360Routes(engine: Engine): Router {
	const router = Router();
	router.use(requireKey(engine));
	addWebhookRoutes(router, engine);
	router.get('/health_status', ({ query }, response) => {
		response.json(pickFields(describeNumber(engine, numberOf(response)), query.fields));
	});
	// From here on Meta is asked, with the provider's own token.
	router.use((request, _response, next) => {
		request.headers.authorization = `Bearer ${engine.account.accessToken}`;
		next();
	});
	addDownloadRoute(router, engine);
	router.use(toMetaPath(engine), graphRoutes(engine));
	return router;
}

function requireKey({ world }: Engine): RequestHandler {
	return (request, response, next) => {
		const key = request.get('D360-API-KEY');
		const number = world.numbers.find((_number, index) => keyOfNumber(index) === key);
		if (number) {
			response.locals.number = number;
			next();
			return;
		}
		response.status(401).json({ meta: { success: false, http_code: 401, developer_message: 'Invalid api key' } });
	};
}

function toMetaPath(engine: Engine): RequestHandler {
	return (request, response, next) => {
		const path = toPath(engine, request, numberOf(response));
		if (path === undefined) throw new GraphError(2500, { message: `Unknown path components: ${request.path}` });
		request.url = request.url.replace(request.path, path);
		next();
	};
}

function toPath({ account, media }: Engine, { method, path }: Request, number: BusinessNumber): string | undefined {
	if (OF_NUMBER.test(path)) return `/${number.id}${path}`;
	if (path === '/message_templates') return `/${account.businessAccountId}${path}`;
	return method !== 'POST' && media.find(path.slice(1)) ? path : undefined;
}

/** @see https://docs.360dialog.com/docs/waba-basics/waba-integration/messaging-health-status (read 2026-11-27) */
function describeNumber({ account }: Engine, number: BusinessNumber): JsonObject {
	const entity = (type: string, id: string) => ({ entity_type: type, id, can_send_message: 'AVAILABLE' });
	return {
		display_phone_number: number.displayPhoneNumber,
		verified_name: number.verifiedName,
		health_status: {
			can_send_message: 'AVAILABLE',
			entities: [
				entity('PHONE_NUMBER', number.id),
				entity('WABA', account.businessAccountId),
				entity('BUSINESS', '506914307656634'),
				entity('APP', account.appId),
			],
		},
		id: number.id,
	};
}

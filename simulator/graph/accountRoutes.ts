import type { Request, Router } from 'express';
import type { Engine } from '../Engine.ts';
import { seedFlows } from '../flows/seedFlows.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { messageRoute, noSuchObject } from './messageRoute.ts';
import { pickFields } from './pickFields.ts';
import { requireScope } from './requireScope.ts';
import { threadRoute } from './threadRoute.ts';
import { webhookConfiguration } from './webhookConfiguration.ts';

/** Adds what belongs to the WABA and its numbers: messages, numbers, Flows, names. */
export function addAccountRoutes(router: Router, engine: Engine): void {
	const { account, world } = engine;
	const waba = `/${account.businessAccountId}`;
	const management = requireScope(engine, 'whatsapp_business_management');
	const messaging = requireScope(engine, 'whatsapp_business_messaging');
	router.post('/:id/messages', messaging, messageRoute(engine));
	router.post('/:id/marketing_messages', messaging, messageRoute(engine, 'marketing_messages'));
	router.post('/:id/thread_control', messaging, threadRoute(engine));
	router.get('/app', (_request, response) => {
		response.json({ id: account.appId, name: account.appName, link: 'https://www.facebook.com/' });
	});
	router.get(`${waba}/phone_numbers`, management, ({ query }, response) => {
		response.json({ data: world.numbers.map((number) => pickFields(toGraphNumber(engine, number), query.fields)) });
	});
	router.get(`${waba}/flows`, management, ({ query }, response) => {
		response.json({ data: seedFlows.map((flow) => pickFields({ ...flow }, query.fields)) });
	});
	router.get('/:id', management, ({ params, query }: Request<{ id: string }>, response) => {
		response.json(pickFields(findObject(engine, params.id, query.fields), query.fields));
	});
}

/** What the Graph API shows of a number or the WABA; where webhooks go only when it is asked for. */
function findObject(engine: Engine, id: string, fields: unknown): JsonObject {
	const { account, world } = engine;
	const number = world.findNumber(id);
	if (!number && id !== account.businessAccountId) throw noSuchObject('get', id);
	if (!number) return { id, name: account.businessName, timezone_id: '1' };
	const isAsked = String(fields).includes('webhook_configuration');
	return { ...toGraphNumber(engine, number), ...(isAsked && { webhook_configuration: webhookConfiguration(engine, id) }) };
}

function toGraphNumber({ world: { settings } }: Engine, number: BusinessNumber): JsonObject {
	return {
		verified_name: number.verifiedName,
		display_phone_number: number.displayPhoneNumber,
		quality_rating: 'GREEN',
		code_verification_status: 'VERIFIED',
		platform_type: 'CLOUD_API',
		throughput: { level: settings.throughputLevel },
		is_on_biz_app: settings.isOnBizApp,
		id: number.id,
	};
}

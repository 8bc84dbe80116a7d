import type { Request, Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { listTemplates } from '../templates/listTemplates.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { messageRoute, noSuchObject } from './messageRoute.ts';
import { pickFields } from './pickFields.ts';

/** Adds what belongs to the WABA and its numbers: messages, templates, numbers, names. */
export function addAccountRoutes(router: Router, engine: Engine): void {
	const { account, world, templates } = engine;
	const waba = `/${account.businessAccountId}`;
	router.post('/:id/messages', messageRoute(engine));
	router.get(`${waba}/message_templates`, (request, response) => {
		const page = listTemplates(templates.list(), readQuery(request));
		response.json({
			data: page.data,
			...(page.cursors && { paging: toPaging(request, page.cursors, page.hasNext) }),
		});
	});
	router.get(`${waba}/phone_numbers`, ({ query }, response) => {
		response.json({ data: world.numbers.map((number) => pickFields(toGraphNumber(number), query.fields)) });
	});
	router.post(`${waba}/subscribed_apps`, (_request, response) => void response.json({ success: true }));
	router.get('/:id', ({ params: { id }, query }, response) => {
		const number = world.findNumber(id);
		const isAccount = id === account.businessAccountId;
		if (!number && !isAccount) throw noSuchObject('get', id);
		const object = number ? toGraphNumber(number) : { id, name: account.businessName, timezone_id: '1' };
		response.json(pickFields(object, query.fields));
	});
}

function toGraphNumber(number: BusinessNumber): JsonObject {
	return {
		verified_name: number.verifiedName,
		display_phone_number: number.displayPhoneNumber,
		quality_rating: 'GREEN',
		code_verification_status: 'VERIFIED',
		platform_type: 'CLOUD_API',
		throughput: { level: 'STANDARD' },
		id: number.id,
	};
}

function readQuery({ query }: Request): Parameters<typeof listTemplates>[1] {
	const names = ['name', 'status', 'category', 'language', 'fields', 'after'];
	const texts = names
		.map((name) => [name, query[name]])
		.filter(([, value]) => typeof value === 'string' && value !== '');
	const limit = Number(query.limit);
	return { ...Object.fromEntries(texts), ...(Number.isInteger(limit) && limit > 0 && { limit }) };
}

function toPaging(request: Request, cursors: { before: string; after: string }, hasNext: boolean): JsonObject {
	const next = new URL(request.originalUrl, `${request.protocol}://${request.get('host')}`);
	next.searchParams.set('after', cursors.after);
	return { cursors, ...(hasNext && { next: next.toString() }) };
}

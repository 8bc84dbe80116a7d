import type { Request, Response, Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { SubscribedApp } from '../webhooks/SubscriptionBook.ts';
import { GraphError } from './GraphError.ts';
import { noSuchObject } from './messageRoute.ts';
import { readOverride } from './readOverride.ts';
import { requireScope } from './requireScope.ts';

/**
 * Adds `/{waba}/subscribed_apps` and the `webhook_configuration` of a business number: the two levels at which an
 * address may stand above the app's own.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function addOverrideRoutes(router: Router, engine: Engine): void {
	const { account, subscriptions } = engine;
	const path = `/${account.businessAccountId}/subscribed_apps`;
	const management = requireScope(engine, 'whatsapp_business_management');
	router.get(path, management, (_request, response) => {
		const apps = subscriptions.list().filter((app) => app.isSubscribedToAccount);
		response.json({ data: apps.map(toGraphApp) });
	});
	router.post(path, management, async (request, response) => await subscribeApp(engine, request, response));
	router.delete(path, management, (_request, response) => {
		subscriptions.own.isSubscribedToAccount = false;
		subscriptions.own.accountOverrideUrl = undefined;
		response.json({ success: true });
	});
	router.post('/:id', management, async (request: Request<{ id: string }>, response) => {
		await configureNumber(engine, request, response);
	});
}

function toGraphApp({ id, name, accountOverrideUrl }: SubscribedApp): JsonObject {
	return {
		whatsapp_business_api_data: { id, link: `https://www.facebook.com/games/?app_id=${id}`, name },
		...(accountOverrideUrl && { override_callback_uri: accountOverrideUrl }),
	};
}

async function subscribeApp(engine: Engine, request: Request, response: Response): Promise<void> {
	const { own } = engine.subscriptions;
	const parameters: JsonObject = { ...request.query, ...toJsonObject(request.body) };
	const { override_callback_uri: url, verify_token: verifyToken } = parameters;
	if (url === undefined) {
		own.isSubscribedToAccount = true;
		own.accountOverrideUrl = undefined;
	} else {
		// Reported in chatwoot/chatwoot #12488 (2025-09); Meta's page does not say it.
		if (!own.isSubscribedToAccount) throw mustBeSubscribed();
		own.accountOverrideUrl = await readOverride(engine, url, verifyToken);
	}
	response.json({ success: true });
}

function mustBeSubscribed(): GraphError {
	return new GraphError(100, {
		message:
			'(#100) Before override the current callback uri, your app must be subscribed to receive messages for ' +
			'WhatsApp Business Account',
	});
}

async function configureNumber(engine: Engine, request: Request<{ id: string }>, response: Response): Promise<void> {
	const { id } = request.params;
	if (!engine.world.findNumber(id)) throw noSuchObject('post', id);
	const configuration = readConfiguration({ ...request.query, ...toJsonObject(request.body) });
	const { override_callback_uri: url, verify_token: verifyToken } = configuration;
	const overrides = engine.subscriptions.own.numberOverrideUrls;
	if (url === '') overrides.delete(id);
	else overrides.set(id, await readOverride(engine, url, verifyToken));
	response.json({ success: true });
}

/** In a form or in the address, the object comes as a text. */
function readConfiguration({ webhook_configuration: value }: JsonObject): JsonObject {
	const configuration = toJsonObject(typeof value === 'string' ? parse(value) : value);
	if (configuration) return configuration;
	throw new GraphError(100, { message: '(#100) The parameter webhook_configuration is required.' });
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

import type { Request, Response, Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { webhookFields } from '../webhooks/webhookFields.ts';
import type { WebhookSubscription } from '../webhooks/WebhookSubscription.ts';
import { authorize } from './authorize.ts';
import { GraphError } from './GraphError.ts';
import { requireVerified } from './requireVerified.ts';

const OBJECT = 'whatsapp_business_account';

/**
 * Adds `/{app-id}/subscriptions`: set, list and delete the app's one callback URL. All need the app's own token.
 *
 * Parameters may come as JSON, as a form or in the address.
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge (read 2026-09-11)
 */
export function addSubscriptionRoutes(router: Router, engine: Engine): void {
	const path = `/${engine.account.appId}/subscriptions`;
	const appOnly = authorize(engine, 'app');
	router.post(path, appOnly, async (request, response) => await subscribe(engine, request, response));
	router.get(path, appOnly, (_request, response) => {
		response.json({ data: listSubscriptions(engine.subscriptions.own.subscription) });
	});
	router.delete(path, appOnly, (request, response) => {
		const { object = OBJECT } = readParameters(request);
		if (object === OBJECT) engine.subscriptions.own.subscription = undefined;
		response.json({ success: true });
	});
}

function readParameters({ query, body }: Request): JsonObject {
	return { ...query, ...toJsonObject(body) };
}

async function subscribe(engine: Engine, request: Request, response: Response): Promise<void> {
	const parameters = readParameters(request);
	const { object, callback_url: callbackUrl, verify_token: verifyToken } = parameters;
	if (object !== OBJECT) throw new GraphError(100, { message: `(#100) Param object must be ${OBJECT}` });
	if (typeof callbackUrl !== 'string' || typeof verifyToken !== 'string') {
		throw new GraphError(100, { message: '(#100) The parameters callback_url and verify_token are required.' });
	}
	const fields = readFields(parameters.fields);
	const unknown = fields?.find((field) => !webhookFields.includes(field));
	if (unknown !== undefined) {
		throw new GraphError(100, { message: `(#100) Param fields must be one of {${webhookFields.join(', ')}}` });
	}
	await requireVerified(engine, callbackUrl, verifyToken);
	engine.subscriptions.own.subscription = { callbackUrl, ...(fields && { fields }) };
	response.json({ success: true });
}

/** Names in a JSON list, in a text that is one, or separated by commas; undefined without any. */
function readFields(fields: unknown): string[] | undefined {
	if (Array.isArray(fields)) return fields.map((field) => String(toJsonObject(field)?.name ?? field));
	if (typeof fields !== 'string' || fields === '') return undefined;
	return fields.split(',').map((field) => field.replace(/[[\]"\s]/g, ''));
}

function listSubscriptions(subscription: WebhookSubscription | undefined): JsonObject[] {
	if (!subscription) return [];
	const fields = (subscription.fields ?? webhookFields).map((name) => ({ name, version: 'v25.0' }));
	return [{ object: OBJECT, callback_url: subscription.callbackUrl, active: true, fields }];
}

import type { Request, Response, Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { verifyCallback } from '../webhooks/verifyCallback.ts';
import { authorize } from './authorize.ts';
import { GraphError } from './GraphError.ts';

/**
 * Adds `/{app-id}/subscriptions`: set, list and delete the app's one callback URL. All need the app's own token.
 *
 * Parameters may come as JSON, as a form or in the address.
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge (read 2026-09-11)
 */
export function addSubscriptionRoutes(router: Router, engine: Engine): void {
	const path = `/${engine.account.appId}/subscriptions`;
	const appOnly = authorize(engine.account, 'app');
	router.post(path, appOnly, (request, response) => subscribe(engine, request, response));
	router.get(path, appOnly, (_request, response) => void response.json({ data: listSubscriptions(engine) }));
	router.delete(path, appOnly, (_request, response) => {
		engine.deliveries.subscription = undefined;
		response.json({ success: true });
	});
}

async function subscribe({ deliveries, ids }: Engine, request: Request, response: Response): Promise<void> {
	const parameters: JsonObject = { ...request.query, ...toJsonObject(request.body) };
	const { object, callback_url: callbackUrl, verify_token: verifyToken } = parameters;
	if (object !== 'whatsapp_business_account') {
		throw new GraphError(100, { message: '(#100) Param object must be whatsapp_business_account' });
	}
	if (typeof callbackUrl !== 'string' || typeof verifyToken !== 'string') {
		throw new GraphError(100, { message: '(#100) The parameters callback_url and verify_token are required.' });
	}
	const problem = await verifyCallback({ callbackUrl, verifyToken, challenge: ids.challenge() });
	if (problem) {
		const message = `(#2200) Callback verification failed with the following errors: ${problem}`;
		throw new GraphError(2200, { message });
	}
	const fields = readFields(parameters.fields);
	deliveries.subscription = { callbackUrl, ...(fields && { fields }) };
	response.json({ success: true });
}

function readFields(fields: unknown): string[] | undefined {
	if (Array.isArray(fields)) return fields.map((field) => String(toJsonObject(field)?.name ?? field));
	if (typeof fields !== 'string' || fields === '') return undefined;
	return fields.split(',').map((field) => field.replace(/[[\]"\s]/g, ''));
}

function listSubscriptions({ deliveries: { subscription } }: Engine): JsonObject[] {
	if (!subscription) return [];
	const names = subscription.fields ?? ['messages', 'calls', 'user_preferences'];
	const fields = names.map((name) => ({ name, version: 'v25.0' }));
	return [{ object: 'whatsapp_business_account', callback_url: subscription.callbackUrl, active: true, fields }];
}

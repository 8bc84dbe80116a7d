import type { Request, Router } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { numberOf } from './numberOf.ts';

const PATH = '/v1/configs/webhook';

/**
 * Adds the address that a number's webhooks go to, with headers of one's own. Nobody is asked whether he wants them.
 *
 * @see https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks (read 2026-11-27)
 */
export function addWebhookRoutes(router: Router, { subscriptions }: Engine): void {
	const { relayed } = subscriptions.dialog360;
	router.get(PATH, (_request, response) => {
		response.json(relayed.get(numberOf(response).id) ?? { url: '', headers: {} });
	});
	router.post(PATH, (request, response) => {
		const { url, headers } = readWebhook(request);
		if (!URL.canParse(url)) {
			response.status(400).json({ meta: { success: false, http_code: 400, developer_message: 'url is not a valid URL' } });
			return;
		}
		relayed.set(numberOf(response).id, { url, headers });
		response.json({ url, headers });
	});
}

function readWebhook({ body }: Request): { url: string; headers: Record<string, string> } {
	const { url, headers }: JsonObject = toJsonObject(body) ?? {};
	const entries = Object.entries(toJsonObject(headers) ?? {}).map(([name, value]) => [name, String(value)] as const);
	return { url: String(url ?? ''), headers: Object.fromEntries(entries) };
}

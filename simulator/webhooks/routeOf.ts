import { toJsonObject } from '../toJsonObject.ts';
import type { WebhookRoute } from './WebhookRoute.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** What decides where an update goes. */
export function routeOf({ field, value }: Pick<WebhookUpdate, 'field' | 'value'>): WebhookRoute {
	const phoneNumberId = toJsonObject(value.metadata)?.phone_number_id;
	return { field, isTest: false, ...(typeof phoneNumberId === 'string' && { phoneNumberId }) };
}

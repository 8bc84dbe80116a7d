import type { JsonObject } from '../JsonObject.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { templateNames } from './templateNames.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/**
 * Webhook update of a template in a new state.
 *
 * @param atMs - epoch milliseconds; the date of a disabled template
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update (read 2026-03)
 */
export function templateStatusUpdate(template: TemplateDefinition, atMs: number): WebhookUpdate {
	const { name, status, category } = template;
	return {
		field: 'message_template_status_update',
		value: {
			event: status,
			...templateNames(template),
			reason: status === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
			message_template_category: category,
			...moreAbout(status, atMs),
		},
		messageIds: [],
		summary: `template ${name} is ${status}`,
	};
}

function moreAbout(status: string, atMs: number): JsonObject {
	switch (status) {
		case 'PAUSED':
			return {
				other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours because of its quality rating.' },
			};
		case 'DISABLED':
			return { disable_info: { disable_date: Math.floor(atMs / 1000) } };
		case 'REJECTED':
			return {
				rejection_info: {
					reason: 'The variables are at the start or end of the template.',
					recommendation: 'Put words before and after each variable.',
				},
			};
		default:
			return {};
	}
}

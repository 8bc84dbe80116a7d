import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { templateNames } from './templateNames.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/**
 * Webhook update of a template with another quality score.
 *
 * @param previousScore - GREEN, YELLOW, RED or UNKNOWN
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_quality_update (read 2026-03)
 */
export function templateQualityUpdate(template: TemplateDefinition, previousScore: string): WebhookUpdate {
	const { score } = template.quality_score;
	return {
		field: 'message_template_quality_update',
		value: { previous_quality_score: previousScore, new_quality_score: score, ...templateNames(template) },
		messageIds: [],
		summary: `template ${template.name} has the quality ${score}`,
	};
}

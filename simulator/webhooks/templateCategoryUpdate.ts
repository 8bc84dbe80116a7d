import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { templateNames } from './templateNames.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** A template whose category changes. */
export interface CategoryChange {
	/** The template as it is now. */
	template: TemplateDefinition;
	/** Before the change when it is done, after it when it is announced. */
	otherCategory: string;
	/** When it takes effect; epoch milliseconds, undefined when it is done. */
	effectiveAtMs?: number;
}

/**
 * Webhook update of a template whose category changed or will change.
 *
 * **WARNING:** in the notice beforehand `new_category` is the category in force and `correct_category` the future one.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/template_category_update (read 2026-03)
 */
export function templateCategoryUpdate({ template, otherCategory, effectiveAtMs }: CategoryChange): WebhookUpdate {
	const isNotice = effectiveAtMs !== undefined;
	const categories = isNotice
		? {
				new_category: template.category,
				correct_category: otherCategory,
				category_update_timestamp: Math.floor(effectiveAtMs / 1000),
			}
		: { previous_category: otherCategory, new_category: template.category };
	return {
		field: 'template_category_update',
		value: { ...templateNames(template), ...categories },
		messageIds: [],
		summary: `template ${template.name} ${isNotice ? `will be ${otherCategory}` : `is ${template.category}`}`,
	};
}

import type { IDataObject } from 'n8n-workflow';

import type { TemplateChangeEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { toIso } from '../../shared/domain/toIso';

/** Gives the item of a change of a message template. */
export function toTemplateItem(event: TemplateChangeEvent): IDataObject {
	return {
		event: 'templateChange',
		businessAccountId: event.businessAccountId ?? null,
		template: {
			id: event.templateId ?? null,
			name: event.templateName ?? null,
			language: event.language ?? null,
			change: event.change,
			status: event.status ?? null,
			reason: event.reason ?? null,
			quality: event.quality ?? null,
			previousQuality: event.previousQuality ?? null,
			category: event.category ?? null,
			previousCategory: event.previousCategory ?? null,
			upcomingCategory: event.upcomingCategory ?? null,
			effectiveAt: toIso(event.effectiveAtMs),
		},
	};
}

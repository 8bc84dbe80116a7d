import type { IDataObject } from 'n8n-workflow';

import type { WebhookError } from '../../shared/webhook/parsing/WebhookError';

/** Gives the field `errors` of an item: Meta's code, title and explanation. Where the explanation is missing, a message that says more than the title stands in. */
export function toErrorsJson(errors: WebhookError[]): IDataObject[] {
	return errors.map(({ code, title, message, details }) => ({
		code,
		title: title ?? message ?? null,
		details: details ?? (title && message !== title ? message : undefined) ?? null,
	}));
}

import { asRecord } from './asRecord';
import { asText } from './asText';
import type { WebhookError } from '../parsing/WebhookError';

/**
 * Reads Meta's `errors[]`. In older webhooks, and in those of some resellers, `details` stand beside the code.
 *
 * @param value - the array; everything else, and every error without a code, is passed over
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function readErrors(value: unknown): WebhookError[] {
	const errors: WebhookError[] = [];
	for (const item of Array.isArray(value) ? value : []) {
		const error = asRecord(item);
		const code = toCode(error?.code);
		if (!error || code === undefined) continue;
		const data = asRecord(error.error_data);
		const details = asText(data?.details) ?? asText(error.details);
		const title = asText(error.title);
		const message = asText(error.message) ?? asText(data?.message);
		errors.push({ code, ...(title && { title }), ...(message && { message }), ...(details && { details }) });
	}
	return errors;
}

function toCode(value: unknown): number | undefined {
	const code = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
	return typeof code === 'number' && Number.isSafeInteger(code) ? code : undefined;
}

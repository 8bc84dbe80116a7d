import { isRecord } from '../../domain/isRecord';
import { findPaymentRequest } from '../orders/paymentRequests';
import type { TemplateButton } from './MessageTemplate';

const META_OTP_PAGE = /^https:\/\/(www\.)?whatsapp\.com\/otp\//;
// What Meta writes on the button of a one-time code that has no words of its own, in English.
const CODE_LABEL = 'Copy code';

/**
 * Reads a button of a template.
 *
 * @param index - its place among the buttons, from 0
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toTemplateButton(raw: unknown, index: number): TemplateButton {
	const button = isRecord(raw) ? raw : {};
	const listedType = (toText(button.type) ?? 'UNKNOWN').toUpperCase();
	const url = toText(button.url);
	// Meta lists the button of an authentication template as a link to a page of its own.
	const type = listedType === 'URL' && META_OTP_PAGE.test(url ?? '') ? 'OTP' : listedType;
	const phoneNumber = toText(button.phone_number);
	const payment = type === 'PAYMENT_REQUEST' ? readPayment(button) : undefined;
	return {
		index,
		type,
		label: toText(button.text) ?? (listedType === 'OTP' ? CODE_LABEL : listedType),
		...(url !== undefined && { url }),
		...(phoneNumber !== undefined && { phoneNumber }),
		...(payment?.kind !== undefined && { paymentKind: payment.kind }),
		example: payment?.example ?? exampleOf(button.example),
	};
}

/** Which payment a button asks for, and the sample of its code. That Meta lists the setting is not documented; the words on the button say the same. */
function readPayment({ payment_setting: setting, text }: Record<string, unknown>): { kind?: string; example: string } {
	const given = isRecord(setting) ? setting : {};
	const kind = toText(given.type)?.toLowerCase() ?? findPaymentRequest(undefined, toText(text) ?? '')?.value;
	const sample = kind === undefined ? undefined : given[kind];
	return { kind, example: isRecord(sample) ? exampleOf(Object.values(sample)[0]) : '' };
}

function exampleOf(example: unknown): string {
	return toText(Array.isArray(example) ? example[0] : example) ?? '';
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

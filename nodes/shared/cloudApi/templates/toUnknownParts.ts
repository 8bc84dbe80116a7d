import { isRecord } from '../../domain/isRecord';
import { findPaymentRequest } from '../orders/paymentRequests';
import { toTemplateButton } from './toTemplateButton';

const COMPONENTS = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER', 'CAROUSEL', 'CALL_PERMISSION_REQUEST']);
const HEADERS = new Set(['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT']);
const BUTTONS = new Set([
	'QUICK_REPLY',
	'URL',
	'PHONE_NUMBER',
	'COPY_CODE',
	'OTP',
	'FLOW',
	'CATALOG',
	'MPM',
	'SPM',
	'ORDER_DETAILS',
	'VOICE_CALL',
	'REQUEST_CONTACT_INFO',
]);

/**
 * Names the parts of a template that this pack does not know, in words for the user: they may need values, and a template
 * message is sent whole or not at all.
 *
 * @param components - Meta's `components` of the template
 * @returns each part once; empty when all of them are known
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toUnknownParts(components: unknown[]): string[] {
	return [...new Set(components.filter(isRecord).flatMap(partsOf))];
}

function partsOf(component: Record<string, unknown>): string[] {
	const type = toKind(component.type);
	if (!COMPONENTS.has(type)) return [`a component of the kind ${type}`];
	if (type === 'HEADER') {
		const format = toKind(component.format ?? 'TEXT');
		return HEADERS.has(format) ? [] : [`a header of the kind ${format}`];
	}
	if (type === 'CAROUSEL') {
		return listOf(component.cards).flatMap((card) => listOf(card.components).flatMap(partsOf));
	}
	return type === 'BUTTONS' ? listOf(component.buttons).flatMap(unknownButton) : [];
}

function unknownButton(button: Record<string, unknown>): string[] {
	const kind = toKind(button.type);
	if (kind !== 'PAYMENT_REQUEST') return BUTTONS.has(kind) ? [] : [`a button of the kind ${kind}`];
	const { paymentKind, label } = toTemplateButton(button, 0);
	if (findPaymentRequest(paymentKind, label)) return [];
	return [`a button of the kind ${kind} for ${paymentKind ?? 'a payment without a name'}`];
}

function listOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function toKind(value: unknown): string {
	return typeof value === 'string' ? value.toUpperCase() : 'UNKNOWN';
}

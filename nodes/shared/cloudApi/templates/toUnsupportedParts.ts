import { isRecord } from '../isRecord';

/** Components that are sent with the template as they are, or whose variables can be filled. */
const SUPPORTED_COMPONENTS = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);

/** Buttons that need nothing when the template is sent. */
const STATIC_BUTTONS = new Set(['QUICK_REPLY', 'PHONE_NUMBER', 'REQUEST_CONTACT_INFO']);

const WORDS: Record<string, string> = {
	'header IMAGE': 'an image header',
	'header VIDEO': 'a video header',
	'header DOCUMENT': 'a document header',
	'header GIF': 'a GIF header',
	'header LOCATION': 'a location header',
	'header PRODUCT': 'a product header',
	'button COPY_CODE': 'a button that copies a code',
	'button OTP': 'a one-time password button',
	'button FLOW': 'a Flow button',
	'button CATALOG': 'a catalog button',
	'button MPM': 'a button for several products',
	'button SPM': 'a product button',
	'button VOICE_CALL': 'a call button for WhatsApp calls',
	'component LIMITED_TIME_OFFER': 'a limited-time offer',
	'component CAROUSEL': 'a carousel',
	'component CALL_PERMISSION_REQUEST': 'a request for permission to call',
};

/**
 * Names the parts of a template that this version cannot fill, in words for the user.
 *
 * A part of a kind that nobody knows yet counts as one: a template is sent whole or not at all.
 *
 * @param components - Meta's `components` of the template
 * @returns each part once; empty when the template can be sent
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toUnsupportedParts(components: unknown[]): string[] {
	return [...new Set(components.filter(isRecord).flatMap(partsOf))];
}

function partsOf(component: Record<string, unknown>): string[] {
	const type = toKind(component.type);
	if (!SUPPORTED_COMPONENTS.has(type)) return [inWords('component', type)];
	if (type === 'HEADER') {
		const format = toKind(component.format ?? 'TEXT');
		return format === 'TEXT' ? [] : [inWords('header', format)];
	}
	const buttons: unknown[] = type === 'BUTTONS' && Array.isArray(component.buttons) ? component.buttons : [];
	return buttons.filter(isRecord).flatMap(partsOfButton);
}

function partsOfButton(button: Record<string, unknown>): string[] {
	const type = toKind(button.type);
	if (STATIC_BUTTONS.has(type)) return [];
	if (type === 'URL') {
		const url = typeof button.url === 'string' ? button.url : '';
		if (!url.includes('{{')) return [];
		return [url.includes('/otp/') ? inWords('button', 'OTP') : 'a link button with a variable'];
	}
	return [inWords('button', type)];
}

function inWords(part: 'header' | 'button' | 'component', kind: string): string {
	return WORDS[`${part} ${kind}`] ?? `a ${part} of the kind ${kind}`;
}

function toKind(value: unknown): string {
	return typeof value === 'string' ? value.toUpperCase() : 'UNKNOWN';
}

import { findPaymentRequest } from '../../orders/paymentRequests';
import { TEXT_LIMITS } from '../templateLimits';
import type { TemplateButton, TemplateHeader, TemplateSection } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { callButtonPart } from './callButtonPart';
import { catalogButtonPart } from './catalogButtonPart';
import { couponButtonPart } from './couponButtonPart';
import { flowButtonPart } from './flowButtonPart';
import { linkButtonPart } from './linkButtonPart';
import { locationHeaderPart } from './locationHeaderPart';
import { isMediaFormat, mediaHeaderPart } from './mediaHeaderPart';
import { orderButtonPart } from './orderButtonPart';
import { paymentButtonPart } from './paymentButtonPart';
import { productHeaderPart } from './productHeaderPart';
import { productsButtonPart } from './productsButtonPart';
import { quickReplyPart } from './quickReplyPart';
import type { SectionPlace } from './SectionPlace';
import { textPart } from './textPart';

/** Lists the parts of a header, a body and its buttons that values are given for, in the order in which they are read. */
export function toSectionParts({ header, body, buttons }: TemplateSection, place: SectionPlace): TemplatePart[] {
	return [
		...(header ? toHeaderParts(header, place) : []),
		...(body && body.variables.length > 0 ? [textPart('body', body, place, place.bodyLimit)] : []),
		...buttons.flatMap((button) => toButtonParts(button, place)),
	];
}

function toHeaderParts({ format, text }: TemplateHeader, place: SectionPlace): TemplatePart[] {
	if (isMediaFormat(format)) return [mediaHeaderPart(format, place)];
	if (format === 'LOCATION') return [locationHeaderPart()];
	if (format === 'PRODUCT') return [productHeaderPart(place)];
	return text && text.variables.length > 0 ? [textPart('header', text, place, TEXT_LIMITS.header)] : [];
}

function toButtonParts(button: TemplateButton, place: SectionPlace): TemplatePart[] {
	switch (button.type) {
		case 'URL': {
			const [base, ...rest] = (button.url ?? '').split(/\{\{[^{}]*\}\}/);
			return rest.length > 0 ? [linkButtonPart(button, base ?? '', place)] : [];
		}
		case 'QUICK_REPLY':
			return [quickReplyPart(button, place)];
		case 'COPY_CODE':
			return [couponButtonPart(button, place)];
		case 'FLOW':
			return [flowButtonPart(button, place)];
		case 'CATALOG':
			return [catalogButtonPart(button, place)];
		case 'MPM':
			return [productsButtonPart(button, place)];
		case 'ORDER_DETAILS':
			return [orderButtonPart(button, place)];
		case 'PAYMENT_REQUEST': {
			const request = findPaymentRequest(button.paymentKind, button.label);
			return request ? [paymentButtonPart(button, request, place)] : [];
		}
		case 'VOICE_CALL':
			return [callButtonPart(button, place)];
		default:
			return [];
	}
}

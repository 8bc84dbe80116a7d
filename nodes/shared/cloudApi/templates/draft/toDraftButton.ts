import { findPaymentRequest } from '../../orders/paymentRequests';
import { FIXED_BUTTON_TEXTS } from './buttonWords';
import { readFlowJson } from './readFlowJson';
import type { DraftButton, DraftDeepLink } from './TemplateDraft';
import { toFullUrl } from './toFullUrl';

/**
 * Writes a checked button in Meta's shape.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toDraftButton(button: DraftButton): Record<string, unknown> {
	const { type, url, urlExample, deepLink, phoneNumber, code } = button;
	const text = FIXED_BUTTON_TEXTS[type] ?? button.text;
	switch (type) {
		case 'URL':
			return {
				type,
				text,
				url,
				...(urlExample !== '' && { example: [toFullUrl(url, urlExample)] }),
				...(deepLink && { app_deep_link: toDeepLink(deepLink) }),
			};
		case 'PHONE_NUMBER':
			return { type, text, phone_number: phoneNumber };
		case 'COPY_CODE':
			return { type, example: code };
		case 'PAYMENT_REQUEST': {
			const request = findPaymentRequest(button.paymentKind, '');
			return { type, text: request?.text, payment_setting: request?.toSetting(button.paymentSample) };
		}
		case 'FLOW':
			return { type, text, ...toFlow(button) };
		default:
			return { type, text };
	}
}

function toFlow({ flow, flowScreen }: DraftButton): Record<string, unknown> {
	if ('id' in flow) return { flow_id: flow.id, ...toFlowAction(flowScreen) };
	if ('name' in flow) return { flow_name: flow.name, ...toFlowAction(flowScreen) };
	const { text = '', firstScreen = '', hasEndpoint = true } = readFlowJson(flow.json) ?? {};
	return { flow_json: text, ...toFlowAction(flowScreen === '' && !hasEndpoint ? firstScreen : flowScreen) };
}

function toFlowAction(screen: string): Record<string, string> {
	return screen === '' ? { flow_action: 'data_exchange' } : { flow_action: 'navigate', navigate_screen: screen };
}

function toDeepLink({ appId, link, fallbackUrl }: DraftDeepLink): Record<string, unknown> {
	return {
		meta_app_id: Number(appId),
		android_deep_link: link,
		...(fallbackUrl !== '' && { android_fallback_playstore_url: fallbackUrl }),
	};
}

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { MessageForm } from '../messages/FreeFormMessage';
import { LONGEST } from '../messages/messageLimits';
import { onlyGiven } from '../messages/onlyGiven';
import { readLink } from '../messages/readLink';
import { readOptionalWords, readWords } from '../messages/readWords';
import type { OrderCountryCode } from './OrderCountry';
import { PIX_KEY_TYPES } from './orderWords';
import { boletoSetting, linkSetting, pixSetting, upiSetting, type PaymentSetting } from './paymentSettings';
import { toPreferredApp } from './toGatewayChoice';
import { toGatewaySettings } from './toGatewaySettings';

/** The ways to pay in Brazil, each with its settings; several may be offered together. */
const IN_BRAZIL: Readonly<Record<string, (form: MessageForm) => PaymentSetting>> = {
	boleto: ({ boletoLine }) => boletoSetting(readWords('Boleto Line', boletoLine, LONGEST.caption).trim()),
	card: ({ cardDigits, cardCredentialId }) => ({
		type: 'offsite_card_pay',
		offsite_card_pay: { last_four_digits: readLastDigits(cardDigits), credential_id: readWords('Card Credential ID', cardCredentialId, LONGEST.caption).trim() },
	}),
	link: ({ paymentLink }) => linkSetting(readLink('Payment Link', paymentLink)),
	pix: ({ pixCode, pixMerchantName, pixKey, pixKeyType }) =>
		pixSetting(readWords('Pix Code', pixCode, LONGEST.caption).trim(), {
			merchant_name: readWords('Account Holder', pixMerchantName, LONGEST.caption).trim(),
			key: readWords('Pix Key', pixKey, LONGEST.caption).trim(),
			key_type: readKeyType(pixKeyType),
		}),
};

/** The ways to pay in India, as Meta's samples have them: some name the kind of payment beside the settings. */
const IN_INDIA: Readonly<Record<string, (form: MessageForm, options: MessageForm) => Record<string, unknown>>> = {
	configuration: ({ paymentConfiguration }, options) => ({
		payment_type: 'upi',
		payment_configuration: readWords('Payment Configuration', paymentConfiguration, LONGEST.paymentConfiguration).trim(),
		...toPreferredApp(options),
	}),
	gateway: (form, options) => ({ payment_settings: [toGatewaySettings(form, options)] }),
	link: ({ paymentLink }, { successUrl, cancelUrl }) => ({
		payment_type: 'upi',
		payment_settings: [
			linkSetting(
				readLink('Payment Link', paymentLink),
				onlyGiven({ success_url: readOptionalLink('Success URL', successUrl), cancel_url: readOptionalLink('Cancel URL', cancelUrl) }),
			),
		],
	}),
	upi: ({ upiLink }) => ({ payment_settings: [readUpiSetting(upiLink)] }),
};

/**
 * Makes the part of an order that says how it can be paid.
 *
 * @param form - `brazilPayments` (a list of `pix`, `boleto`, `link`, `card`) with `pixCode`, `pixMerchantName`, `pixKey`, `pixKeyType`,
 * `boletoLine`, `paymentLink`, `cardDigits`, `cardCredentialId`; or `indiaPayment` (`upi`, `gateway`, `link`, `configuration`) with
 * `upiLink`, `paymentLink`, `paymentConfiguration`, and what `toGatewaySettings` takes
 * @param options - `successUrl` and `cancelUrl` of a link in India, `preferredUpiApp` of a configuration
 * @throws {InvalidInputError} when no way to pay is chosen, or what belongs to one is missing
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/offsite-pix (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/boleto (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/one-click-payments (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/payment-links (dated 2026-05-21)
 */
export function toPaymentSettings(country: OrderCountryCode, form: MessageForm, options: MessageForm): Record<string, unknown> {
	if (country === 'BR') {
		const ways = readWays(form.brazilPayments);
		return { payment_type: 'br', payment_settings: ways.map((way) => wayOf(IN_BRAZIL, way)(form)) };
	}
	return wayOf(IN_INDIA, String(form.indiaPayment ?? '').trim())(form, options);
}

/** An expression may give the list as text. */
function readWays(value: unknown): string[] {
	const given: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	const ways = [...new Set(given.map((way) => String(way).trim()).filter((way) => way !== ''))];
	return ways.length > 0 ? ways : [''];
}

function wayOf<Way>(ways: Readonly<Record<string, Way>>, name: string): Way {
	const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
	if (way) return way;
	throw new InvalidInputError('Pay By', name === '' ? "'Pay By' is empty, so nothing was sent." : `'Pay By' is unknown: ${name.slice(0, 40)}`, `Give one of ${Object.keys(ways).join(', ')}.`);
}

function readLastDigits(value: unknown): string {
	const digits = readWords('Last Digits of the Card', value, LONGEST.caption).trim();
	if (/^\d{4}$/.test(digits)) return digits;
	throw new InvalidInputError('Last Digits of the Card', `'Last Digits of the Card' are not four digits: ${digits.slice(-4)}`, 'Give the last four digits alone, never the whole number.');
}

function readKeyType(value: unknown): string {
	const type = String(value ?? '').trim().toUpperCase();
	if (PIX_KEY_TYPES.some((known) => known === type)) return type;
	throw new InvalidInputError('Pix Key Type', `'Pix Key Type' is unknown: ${type.slice(0, 40)}`, `Give one of ${PIX_KEY_TYPES.join(', ')}.`);
}

function readUpiSetting(value: unknown): PaymentSetting {
	const link = readWords('UPI Intent Link', value, LONGEST.upiLink).trim();
	const setting = upiSetting(link);
	if (setting) return setting;
	throw new InvalidInputError(
		'UPI Intent Link',
		`'UPI Intent Link' is not the link of a UPI payment: ${link.slice(0, 60)}`,
		'Take the one that your payment gateway gives. It begins with upi://pay? and names the account to be paid in pa.',
	);
}

function readOptionalLink(parameter: string, value: unknown): string | undefined {
	return readOptionalWords(parameter, value, LONGEST.upiLink) === undefined ? undefined : readLink(parameter, value);
}

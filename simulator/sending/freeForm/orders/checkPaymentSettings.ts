import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readList } from '../readList.ts';
import { checkOneOf } from './checkOneOf.ts';

const AT = 'interactive.action.parameters.payment_settings';
const CONFIGURATION_CHARACTERS = 60;
/** payments/payments-in/pg, dated 2026-05-21. */
const UPI_APPS = ['gpay', 'phonepe', 'paytm', 'bhim', 'amazonpay', 'cred', 'mobikwik'];

/** What each way to pay has to bring, by country (payments/payments-br/*, payments/payments-in/*, dated 2026-03 to 2026-05). */
const WAYS: Readonly<Record<'BRL' | 'INR', Readonly<Record<string, readonly string[]>>>> = {
	BRL: {
		pix_dynamic_code: ['code', 'merchant_name', 'key', 'key_type'],
		payment_link: ['uri'],
		boleto: ['digitable_line'],
		offsite_card_pay: ['last_four_digits', 'credential_id'],
	},
	INR: { upi_intent_link: ['link'], payment_gateway: ['type', 'configuration_name'], payment_link: ['uri'] },
};

/**
 * Checks how an order can be paid. Where a link leads, and whether a configuration exists, is not asked.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for a way to pay that the country does not have
 */
export function checkPaymentSettings(parameters: JsonObject, currency: 'BRL' | 'INR'): void {
	const { payment_settings: settings, payment_configuration: configuration } = parameters;
	const isOlder = currency === 'INR' && settings === undefined && configuration !== undefined;
	if (isOlder) {
		checkTextValue(configuration, { at: 'interactive.action.parameters.payment_configuration', most: CONFIGURATION_CHARACTERS, isRequired: true });
		checkChoice(parameters, 'interactive.action.parameters');
		return;
	}
	for (const [index, setting] of readList(settings, { at: AT }).entries()) checkSetting(setting, WAYS[currency], `${AT}[${index}]`);
}

function checkSetting(setting: JsonObject, ways: Readonly<Record<string, readonly string[]>>, at: string): void {
	checkOneOf(setting.type, Object.keys(ways), `${at}.type`);
	const type = String(setting.type);
	const way = toJsonObject(setting[type]);
	if (!way) throw freeFormRefusal.missing(`${at}.${type}`);
	for (const name of ways[type] ?? []) checkTextValue(way[name], { at: `${at}.${type}.${name}`, isRequired: true });
	checkWay(type, way, `${at}.${type}`);
}

function checkWay(type: string, way: JsonObject, at: string): void {
	if (type === 'pix_dynamic_code') checkOneOf(way.key_type, ['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP'], `${at}.key_type`);
	if (type === 'payment_link' && !/^https?:\/\/\S+$/.test(String(way.uri))) throw freeFormRefusal.wrong(`${at}.uri`, 'is not a valid URL');
	if (type === 'upi_intent_link' && !/^upi:\/\/pay\?\S+$/.test(String(way.link))) throw freeFormRefusal.wrong(`${at}.link`, 'is not a UPI intent');
	if (type === 'offsite_card_pay' && !/^\d{4}$/.test(String(way.last_four_digits))) throw freeFormRefusal.wrong(`${at}.last_four_digits`, 'must be four digits');
	if (type !== 'payment_gateway') return;
	checkOneOf(way.type, ['billdesk', 'razorpay', 'payu', 'zaakpay'], `${at}.type`);
	checkTextValue(way.configuration_name, { at: `${at}.configuration_name`, most: CONFIGURATION_CHARACTERS });
	checkChoice(way, at);
}

/** What the person can choose from at a gateway. */
function checkChoice({ preferred_payment_methods: methods, enabled_payment_options: options }: JsonObject, at: string): void {
	if (methods !== undefined) {
		const [preferred] = readList(methods, { at: `${at}.preferred_payment_methods`, most: 1 });
		checkOneOf(preferred?.method, UPI_APPS, `${at}.preferred_payment_methods[0].method`);
	}
	if (options === undefined) return;
	const names: unknown[] = Array.isArray(options) ? options : [options];
	for (const name of names) checkOneOf(name, ['upi', 'web'], `${at}.enabled_payment_options`);
}

import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readParameters } from '../interactive/readParameters.ts';
import { readList } from '../readList.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';
import { checkOneOf } from './checkOneOf.ts';
import { checkOrder } from './checkOrder.ts';
import { checkPaymentSettings } from './checkPaymentSettings.ts';
import { checkReference } from './checkReference.ts';
import { readMoney } from './readMoney.ts';

const AT = 'interactive.action.parameters';
/** payments/payments-br/orders, dated 2026-03-25; payments/payments-in/pg, dated 2026-05-21. */
const REFERENCE_CHARACTERS = { BRL: 60, INR: 35 } as const;

/**
 * Checks an order that is to be paid. That the person has a number of the country is not asked here, so that everybody can try it.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for what cannot be, also for sums that do not agree
 */
export function checkOrderDetails(action: JsonObject, { content, nowMs }: SentFreeForm): void {
	const parameters = readParameters(action, 'review_and_pay');
	const { currency, order, payment_type: paymentType } = parameters;
	checkOneOf(currency, Object.keys(REFERENCE_CHARACTERS), `${AT}.currency`);
	const isBrazil = currency === 'BRL';
	const country = isBrazil ? 'BRL' : 'INR';
	checkReference(parameters.reference_id, REFERENCE_CHARACTERS[country]);
	checkOneOf(parameters.type, ['digital-goods', 'physical-goods'], `${AT}.type`);
	if (isBrazil || paymentType !== undefined) checkOneOf(paymentType, [isBrazil ? 'br' : 'upi'], `${AT}.payment_type`);
	checkPaymentSettings(parameters, country);
	checkBeneficiaries(parameters.beneficiaries);
	const total = readMoney(parameters.total_amount, `${AT}.total_amount`);
	if (total === 0) throw freeFormRefusal.wrong(`${AT}.total_amount.value`, 'must be positive');
	if (order === undefined) {
		if (!isBrazil) throw freeFormRefusal.missing(`${AT}.order`);
		if (content.header !== undefined) throw freeFormRefusal.wrong('interactive.header', 'is not for a message without an order');
		return;
	}
	const object = toJsonObject(order);
	if (!object) throw freeFormRefusal.shape(`Param ${AT}.order must be a JSON object.`);
	checkOrder(object, total, nowMs);
}

function checkBeneficiaries(given: unknown): void {
	if (given === undefined) return;
	readList(given, { at: `${AT}.beneficiaries` }).forEach((beneficiary, index) => {
		const at = `${AT}.beneficiaries[${index}]`;
		checkTextValue(beneficiary.name, { at: `${at}.name`, most: 200, isRequired: true });
		checkTextValue(beneficiary.address_line1, { at: `${at}.address_line1`, most: 100, isRequired: true });
		checkTextValue(beneficiary.address_line2, { at: `${at}.address_line2`, most: 100 });
		for (const name of ['city', 'state']) checkTextValue(beneficiary[name], { at: `${at}.${name}`, isRequired: true });
		checkOneOf(beneficiary.country, ['India'], `${at}.country`);
		if (!/^\d{6}$/.test(String(beneficiary.postal_code))) throw freeFormRefusal.wrong(`${at}.postal_code`, 'must be six digits');
	});
}

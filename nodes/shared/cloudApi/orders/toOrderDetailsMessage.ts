import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from '../messages/FreeFormMessage';
import { interactiveMessage } from '../messages/interactiveMessage';
import { ORDER_COUNTRIES, type OrderCountryCode } from './OrderCountry';
import { GOODS } from './orderWords';
import { readOrderReference } from './readOrderReference';
import { toBeneficiaries } from './toBeneficiaries';
import { toOrder } from './toOrder';
import { toPaymentSettings } from './toPaymentSettings';

/**
 * Makes a message with an order that the person pays in WhatsApp.
 *
 * @param form - `orderCountry` (`BR` or `IN`), `orderReference`, `goodsType` (`digital-goods` or `physical-goods`); what `toPaymentSettings`
 * and `toOrder` take; `orderOptions` with `beneficiaries`; and what `interactiveMessage` takes
 * @throws {InvalidInputError} when something is missing, or the sums do not agree
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function toOrderDetailsMessage(form: MessageForm): FreeFormMessage {
	const options: MessageForm = isRecord(form.orderOptions) ? form.orderOptions : {};
	const country = readCountry(form.orderCountry);
	const { currency, longestReference } = ORDER_COUNTRIES[country];
	const { total, order } = toOrder(country, form, options);
	const parameters = {
		reference_id: readOrderReference(form.orderReference, longestReference),
		type: readGoods(form.goodsType),
		...toBeneficiaries(country, options.beneficiaries),
		...toPaymentSettings(country, form, options),
		currency,
		total_amount: total,
		...(order && { order }),
	};
	const action = { name: 'review_and_pay', parameters };
	return interactiveMessage({ type: 'order_details', action, headers: 'any', others: ['the order'] }, form);
}

function readCountry(value: unknown): OrderCountryCode {
	if (value === 'BR' || value === 'IN') return value;
	throw new InvalidInputError('Country', `'Country' is ${String(value ?? '').slice(0, 40) || 'empty'}, and WhatsApp takes payments in Brazil (BR) and India (IN).`, 'Choose one from the list.');
}

function readGoods(value: unknown): string {
	const goods = String(value ?? '').trim() || GOODS[0];
	if (GOODS.some((known) => known === goods)) return goods;
	throw new InvalidInputError('Goods', `'Goods' is unknown: ${goods.slice(0, 40)}`, `Give ${GOODS.join(' or ')}.`);
}

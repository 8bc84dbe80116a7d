import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { MessageForm } from '../messages/FreeFormMessage';
import { LONGEST, MOST } from '../messages/messageLimits';
import { readWords } from '../messages/readWords';
import { refuseRepeated } from '../messages/refuseRepeated';
import { gatewaySetting, type PaymentSetting } from './paymentSettings';
import { toGatewayChoice } from './toGatewayChoice';

/** What a payment gateway takes beside the order, and gives back with the payment. */
interface Gateway {
	/** Its fields by Meta's names. */
	fields: readonly string[];
	/** How long a field may be. */
	longest: number;
	/** Whether any other name is taken as well, as a note. */
	hasNotes?: true;
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

/** The gateways that WhatsApp works with (payments/payments-in/pg, dated 2026-05-21). */
const GATEWAYS: Readonly<Record<string, Gateway>> = {
	billdesk: { fields: numbered('additional_info', 7), longest: 120 },
	payu: { fields: numbered('udf', 4), longest: 255 },
	razorpay: { fields: ['receipt'], longest: 40, hasNotes: true },
	zaakpay: { fields: numbered('extra', 2), longest: 180 },
};

/**
 * Makes the settings of an order that is paid through a payment gateway of India.
 *
 * @param form - `gatewayType`, `paymentConfiguration`, the name of its configuration in WhatsApp Manager
 * @param options - `gatewayFields`, each with `name` and `value`: what comes back with the payment; and what `toGatewayChoice` takes
 * @throws {InvalidInputError} when the gateway is unknown, its configuration is missing, or it takes no such field
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function toGatewaySettings({ gatewayType, paymentConfiguration }: MessageForm, options: MessageForm): PaymentSetting {
	const type = String(gatewayType ?? '').trim().toLowerCase();
	const gateway = Object.hasOwn(GATEWAYS, type) ? GATEWAYS[type] : undefined;
	if (!gateway) {
		throw new InvalidInputError('Payment Gateway', `'Payment Gateway' is unknown: ${type.slice(0, 40)}`, `Give one of ${Object.keys(GATEWAYS).join(', ')}.`);
	}
	const list: unknown[] = Array.isArray(options.gatewayFields) ? options.gatewayFields : [];
	const given = list.map((raw, index) => readField(type, gateway, raw, index));
	refuseRepeated('Gateway Fields', 'names', given.map(([name]) => name));
	const configuration = readWords('Payment Configuration', paymentConfiguration, LONGEST.paymentConfiguration).trim();
	return gatewaySetting(type, configuration, { ...toGatewayChoice(options), ...(given.length > 0 && { [type]: toFields(gateway, given) }) });
}

function toFields({ fields }: Gateway, given: ReadonlyArray<[string, string]>): Record<string, unknown> {
	const notes = given.filter(([name]) => !fields.includes(name));
	if (notes.length > MOST.gatewayNotes) {
		throw new InvalidInputError('Gateway Fields', `'Gateway Fields' has ${notes.length} notes; Razorpay takes ${MOST.gatewayNotes}.`, 'Take some out.');
	}
	return { ...Object.fromEntries(given.filter(([name]) => fields.includes(name))), ...(notes.length > 0 && { notes: Object.fromEntries(notes) }) };
}

function readField(type: string, { fields, longest, hasNotes }: Gateway, raw: unknown, index: number): [name: string, value: string] {
	const { name: givenName, value } = isRecord(raw) ? raw : {};
	const place = `Gateway Field ${index + 1}`;
	const name = readWords(`Field Name of ${place}`, givenName, LONGEST.gatewayNote).trim();
	const isField = fields.includes(name);
	if (!isField && !hasNotes) {
		throw new InvalidInputError(`Field Name of ${place}`, `'Field Name of ${place}' is ${name.slice(0, 40)}, which ${type} does not take.`, `Give one of ${fields.join(', ')}.`);
	}
	return [name, readWords(`Value of ${place}`, value, isField ? longest : LONGEST.gatewayNote)];
}

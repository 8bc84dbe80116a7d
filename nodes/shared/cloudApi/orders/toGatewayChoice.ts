import { InvalidInputError } from '../../domain/InvalidInputError';
import type { MessageForm } from '../messages/FreeFormMessage';

/** What Meta calls the UPI apps that can be offered first, and the ways to pay of which one can stand alone (payments/payments-in/pg, dated 2026-05-21). */
const UPI_APPS = ['amazonpay', 'bhim', 'cred', 'gpay', 'mobikwik', 'paytm', 'phonepe'];
const WAYS = ['upi', 'web'];

/**
 * Makes the part of a payment gateway's settings that says what the person can choose from.
 *
 * @param options - `preferredUpiApp`, the app that is offered first; `enabledPayments`: `upi`, `web`, or `all` for both
 * @throws {InvalidInputError} when one of them is unknown, or the app could not be chosen
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function toGatewayChoice(options: MessageForm): Record<string, unknown> {
	const preferred = toPreferredApp(options);
	const way = readOne('Payment Options', options.enabledPayments, WAYS);
	if (preferred !== undefined && way === 'web') {
		throw new InvalidInputError('Preferred UPI App', "'Preferred UPI App' is given, and 'Payment Options' offers no UPI app.", 'Take out one of them.');
	}
	return { ...preferred, ...(way !== undefined && { enabled_payment_options: [way] }) };
}

/**
 * Makes the part that says which UPI app is offered first.
 *
 * @param options - `preferredUpiApp`
 * @returns undefined for none
 * @throws {InvalidInputError} when it is unknown
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/upi-intent (dated 2025-11-14)
 */
export function toPreferredApp({ preferredUpiApp }: MessageForm): Record<string, unknown> | undefined {
	const app = readOne('Preferred UPI App', preferredUpiApp, UPI_APPS);
	return app === undefined ? undefined : { preferred_payment_methods: [{ method: app }] };
}

/** @returns undefined for none, and for `all` */
function readOne(label: string, value: unknown, known: readonly string[]): string | undefined {
	const given = String(value ?? '').trim().toLowerCase();
	if (given === '' || given === 'all') return undefined;
	if (known.includes(given)) return given;
	throw new InvalidInputError(label, `'${label}' is unknown: ${given.slice(0, 40)}`, `Give one of ${known.join(', ')}.`);
}

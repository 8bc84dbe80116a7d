import { createHash } from 'node:crypto';
import { PHONE_NUMBER_ID } from '../store/samplePerson.ts';

/** The month of the measurement: November 2026 in UTC, epoch milliseconds. */
export const MONTH = { fromMs: Date.UTC(2026, 10, 1), untilMs: Date.UTC(2026, 11, 1) };

/** As many are free in a month. */
const FREE = 1_000;
const MINUTE_MS = 60_000;

const KINDS = [
	...Array.from({ length: 6 }, () => ({ category: 'service', price_type: 'regular', billable: 1 })),
	...Array.from({ length: 8 }, () => ({ category: 'marketing', price_type: 'regular', billable: 1 })),
	...Array.from({ length: 5 }, () => ({ category: 'utility', price_type: 'regular', billable: 1 })),
	{ category: 'authentication', price_type: 'regular', billable: 1 },
];
const FREE_KIND = { category: 'service', price_type: 'free_customer_service', billable: 0 };

/**
 * What the store keeps of message `n` of so many that are spread over the month: the first thousand service messages are free, one in 40
 * never arrives.
 */
export function sampleUsage(n: number, messages: number) {
	const sentAtMs = MONTH.fromMs + Math.floor((n / messages) * (MONTH.untilMs - MONTH.fromMs - MINUTE_MS));
	const kind = KINDS[(n * 7) % KINDS.length];
	return {
		message_digest: createHash('sha256').update(`wamid.${n}`).digest('base64url'),
		phone_number_id: PHONE_NUMBER_ID,
		sent_at_ms: sentAtMs,
		delivered_at_ms: n % 40 === 39 ? null : sentAtMs + ((n * 7_919) % MINUTE_MS),
		...(n < FREE ? FREE_KIND : kind),
	};
}

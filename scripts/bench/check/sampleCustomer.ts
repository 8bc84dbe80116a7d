/** Mobile numbers of ten countries: what comes before the subscriber's part, and how many digits that part has. */
export const COUNTRIES: ReadonlyArray<readonly [prefix: string, digits: number]> = [
	['1212', 7],
	['49151', 8],
	['9198', 8],
	['55119', 8],
	['52155', 8],
	['54911', 8],
	['4477', 8],
	['62812', 8],
	['23480', 8],
	['346', 8],
];
const FIRST_SUBSCRIBER = 200_001;
const HOUR_MS = 3_600_000;

/** Somebody who once wrote to the business. */
export interface SampleCustomer {
	/** Digits of the phone number with country code, as WhatsApp's webhooks spell it. */
	waId: string;
	/** How long ago the newest inbound message was, in milliseconds. */
	lastInboundAgoMs: number;
	/** Whether that leaves the window open: every other one, by a good margin. */
	isOpen: boolean;
}

/** The customer of a number, always the same one; all are different people. */
export function sampleCustomer(index: number): SampleCustomer {
	const [prefix, digits] = COUNTRIES[index % COUNTRIES.length] ?? ['1212', 7];
	const subscriber = FIRST_SUBSCRIBER + Math.floor(index / COUNTRIES.length);
	const isOpen = index % 2 === 0;
	const spread = index % 1000;
	return {
		waId: prefix + String(subscriber).padStart(digits, '3'),
		lastInboundAgoMs: isOpen ? (spread / 1000) * 20 * HOUR_MS : (25 + spread) * HOUR_MS,
		isOpen,
	};
}

/**
 * The number of customer `n` as SQL, in the words that SQLite and Postgres share.
 *
 * @param prefixes - of {@link COUNTRIES}, as the store spells them
 */
export function toNumberSql(prefixes: readonly string[]): string {
	const subscriber = `CAST(${FIRST_SUBSCRIBER} + n / ${COUNTRIES.length} AS TEXT)`;
	const cases = COUNTRIES.map(([, digits], index) => `WHEN ${index} THEN '${prefixes[index]}' || substr('${'3'.repeat(digits)}', 1, ${digits} - length(${subscriber}))`);
	return `CASE n % ${COUNTRIES.length} ${cases.join(' ')} END || ${subscriber}`;
}

/** When customer `n` last wrote as SQL, epoch milliseconds. */
export function toLastInboundSql(nowMs: number): string {
	return `CASE n % 2 WHEN 0 THEN ${nowMs} - n % 1000 * ${20 * HOUR_MS} / 1000 ELSE ${nowMs} - (25 + n % 1000) * ${HOUR_MS} END`;
}

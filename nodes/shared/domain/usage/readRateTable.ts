import { InvalidInputError } from '../InvalidInputError';
import { withoutTrailing } from '../withoutTrailing';
import type { RateTable } from './RateTable';

const PARAMETER = 'Rate Table';
const EXAMPLE = '[{ "category": "service", "currency": "EUR", "rate": "0.0068" }]';

/** Meta's words for what a message is priced as. */
const CATEGORIES = [
	'authentication',
	'authentication_international',
	'group_marketing',
	'group_service',
	'group_utility',
	'marketing',
	'marketing_lite',
	'service',
	'utility',
];

/**
 * Reads what messages cost, as somebody wrote it down; Meta's rates change, so that none of them stands here.
 *
 * @param value - rows of `category`, `currency` and `rate`, as a list or as JSON text; other fields are left alone
 * @throws {InvalidInputError} when a row misses one of them, its category is none, its rate is no number, or rows contradict each other
 */
export function readRateTable(value: unknown): RateTable {
	const rows = toRows(value);
	const rates = new Map<string, string>();
	let currency: string | undefined;
	for (const [index, row] of rows.entries()) {
		const category = readCategory(row, index + 1);
		const own = readCurrency(row, index + 1);
		const rate = readRate(row, index + 1);
		if (currency !== undefined && own !== currency) {
			throw refuse(`has more than one currency: ${currency} and ${own} (row ${index + 1}).`, 'Give the rates of one currency, that of your account at Meta.');
		}
		const other = rates.get(category);
		if (other !== undefined && other !== rate) {
			throw refuse(`has two rates for ${category}: ${other} and ${rate} (row ${index + 1}).`, 'Give one rate for each category, for example that of the country you write to most.');
		}
		currency = own;
		rates.set(category, rate);
	}
	if (currency === undefined) throw refuse('has no row.', `Give one row for each category, for example ${EXAMPLE}.`);
	return { currency, rates };
}

function toRows(value: unknown): Array<Record<string, unknown>> {
	let rows = value;
	try {
		if (typeof value === 'string') rows = JSON.parse(value);
	} catch {
		throw refuse(`is no JSON: ${value as string}`.slice(0, 100), `Give a list, for example ${EXAMPLE}.`);
	}
	const list = Array.isArray(rows) ? rows : [rows];
	if (list.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))) return list as Array<Record<string, unknown>>;
	throw refuse(`is no list of rows: ${show(rows)}`, `Give a list, for example ${EXAMPLE}.`);
}

function readCategory(row: Record<string, unknown>, place: number): string {
	const category = toText(row.category).toLowerCase().replaceAll(/[-\s]+/g, '_');
	if (CATEGORIES.includes(category)) return category;
	throw refuse(`has an unknown category in row ${place}: ${show(row.category)}`, `Meta's categories are ${CATEGORIES.join(', ')}.`);
}

function readCurrency(row: Record<string, unknown>, place: number): string {
	const currency = toText(row.currency).toUpperCase();
	if (/^[A-Z]{3}$/.test(currency)) return currency;
	const advice = 'Give the three letters of the currency in every row, for example EUR.';
	throw refuse(currency === '' ? `has no currency in row ${place}.` : `has a currency in row ${place} that is none: ${show(row.currency)}`, advice);
}

function readRate(row: Record<string, unknown>, place: number): string {
	const text = toText(row.rate);
	if (/^\d{1,9}(\.\d{1,12})?$/.test(text)) return text;
	const advice = 'Give a number from 0 on with a point, for example 0.0068.';
	throw refuse(text === '' ? `has no rate in row ${place}.` : `has a rate in row ${place} that is no number: ${show(row.rate)}`, advice);
}

/** Small numbers are written without an exponent. */
function toText(value: unknown): string {
	if (typeof value === 'number' && Number.isFinite(value) && value !== 0 && Math.abs(value) < 1e-6) return withoutTrailing(value.toFixed(12), /0/);
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function show(value: unknown): string {
	return String(JSON.stringify(value)).slice(0, 60);
}

function refuse(problem: string, advice: string): InvalidInputError {
	return new InvalidInputError(PARAMETER, `'${PARAMETER}' ${problem}`, advice);
}

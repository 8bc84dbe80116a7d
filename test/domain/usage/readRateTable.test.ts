import { estimateAmount } from '../../../nodes/shared/domain/usage/estimateAmount';
import { readRateFile } from '../../../nodes/shared/domain/usage/readRateFile';
import { readRateTable } from '../../../nodes/shared/domain/usage/readRateTable';

const row = (more: object = {}) => ({ category: 'service', currency: 'EUR', rate: '0.0068', ...more });
const figures = { sent: 0, delivered: 0, free: 0, unpriced: 0 };

describe('a rate table', () => {
	test.each([
		[[row(), row({ category: 'Marketing Lite', currency: 'eur', rate: 0.05 })], [['service', '0.0068'], ['marketing_lite', '0.05']]],
		[JSON.stringify([row()]), [['service', '0.0068']]],
		[row({ rate: 1e-7, country: 'DE' }), [['service', '0.0000001']]],
	])('is read from %j', (value, rates) => {
		expect(readRateTable(value)).toEqual({ currency: 'EUR', rates: new Map(rates as Array<[string, string]>) });
	});

	test.each([
		[[], /has no row/],
		['rates', /is no JSON: rates/],
		[[1], /is no list of rows: \[1\]/],
		[[row({ currency: '' })], /has no currency in row 1/],
		[[row(), row({ category: 'utility', currency: undefined })], /has no currency in row 2/],
		[[row({ currency: 'Euro' })], /has a currency in row 1 that is none: "Euro"/],
		[[row({ category: 'news' })], /has an unknown category in row 1: "news"/],
		[[row({ rate: undefined })], /has no rate in row 1/],
		[[row({ rate: 'free' })], /has a rate in row 1 that is no number: "free"/],
		[[row({ rate: -1 })], /no number: -1/],
		[[row(), row({ currency: 'USD' })], /more than one currency: EUR and USD \(row 2\)/],
		[[row(), row({ rate: '0.01' })], /two rates for service: 0.0068 and 0.01 \(row 2\)/],
	])('is refused as %j', (value, sentence) => {
		expect(() => readRateTable(value)).toThrow(sentence);
	});

	test.each([['category,currency,rate\nservice,EUR,0.0068\n'], ['\uFEFFRate;Category;Currency\r\n"0.0068";service;EUR'], ['[{"category":"service","currency":"EUR","rate":"0.0068"}]']])(
		'is read from the file %j',
		(text) => {
			expect(readRateTable(readRateFile(text))).toEqual({ currency: 'EUR', rates: new Map([['service', '0.0068']]) });
		},
	);

	test('is refused as a file without its columns, by their names', () => {
		expect(() => readRateFile('category,price\nservice,1')).toThrow(/no column currency, rate/);
	});
});

describe('an amount', () => {
	const rates = readRateTable([row(), row({ category: 'marketing', rate: '0.1' })]);

	test('is exact where binary fractions are not', () => {
		const categories = [{ ...figures, category: 'marketing', charged: 3 }, { ...figures, category: 'service', charged: 1_000_000 }];
		expect(estimateAmount(categories, rates)).toEqual({ amount: '6800.3', missingRates: [] });
	});

	test('is none while a category that costs has no rate, and names it', () => {
		const categories = [{ ...figures, category: 'utility', charged: 1 }, { ...figures, charged: 2 }, { ...figures, category: 'service', charged: 1 }];
		expect(estimateAmount(categories, rates)).toEqual({ amount: null, missingRates: ['utility', 'unknown'] });
	});

	test('is nothing where nothing costs, whatever has no rate', () => {
		expect(estimateAmount([{ ...figures, category: 'utility', charged: 0 }], rates)).toEqual({ amount: '0', missingRates: [] });
	});
});

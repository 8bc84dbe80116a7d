import fc from 'fast-check';
import { getCountries, getExampleNumber, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

import { canonicalWaId } from '../../nodes/shared/domain/canonicalWaId';
import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { parseRecipient } from '../../nodes/shared/domain/parseRecipient';

interface Example {
	country: CountryCode;
	number: PhoneNumber;
	/** As people write it in their own country, zero and all. */
	national: string;
	waId: string;
}

const EXAMPLES = getCountries().map(toExample);

function toExample(country: CountryCode): Example {
	const number = getExampleNumber(country, examples);
	if (!number) throw new Error(`No example of ${country}`);
	return { country, number, national: number.formatNational(), waId: canonicalWaId(number.number.slice(1)) };
}

const anyExample = fc.constantFrom(...EXAMPLES);
const separators = fc.array(fc.constantFrom('', '', ' ', '-', '.', '/', '(', ') ', '\u00a0', '\u2011', '\u2013'), { minLength: 20, maxLength: 20 });
const invisible = fc.array(fc.constantFrom('', '', '\u200b', '\u200e', '\u202c', '\u2069', '\ufe0f', '\u00ad', '\ufeff', '\u2060'), { minLength: 24, maxLength: 24 });
const zeroOfScript = fc.constantFrom(0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50);

const lace = (text: string, between: string[]) => [...text].map((sign, index) => sign + (between[index] ?? '')).join('');
const write = (text: string, zero: number) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** The person that a spelling gives; undefined where it is refused, with a sentence. */
function personOf(text: string, country?: CountryCode): string | undefined {
	try {
		return parseRecipient(text, { country }).waId;
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidInputError);
		return undefined;
	}
}

describe('the spellings of one number', () => {
	it('knows an example of every country', () => {
		expect(EXAMPLES.length).toBeGreaterThan(240);
	});

	it.each(EXAMPLES.map((example) => [example.country, example] as const))('are one person in %s', (country, { number, waId, national }) => {
		const digits = number.number.slice(1);
		for (const text of [number.number, digits, number.formatInternational(), number.getURI(), `00${digits}`, `https://wa.me/${digits}`]) {
			expect([text, personOf(text)]).toEqual([text, waId]);
		}
		expect([waId, undefined]).toContain(personOf(national, country));
		expect([waId, undefined]).toContain(personOf(digits, country));
	});

	it('are one person with separators, unseen characters and the digits of any script', () => {
		fc.assert(
			fc.property(anyExample, separators, invisible, zeroOfScript, ({ number, waId }, between, unseen, zero) => {
				expect(personOf(lace(write(lace(number.number, between), zero), unseen))).toBe(waId);
				expect(personOf(lace(write(number.number.slice(1), zero), unseen))).toBe(waId);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('are one person when the country is known, however they are grouped', () => {
		fc.assert(
			fc.property(anyExample, separators, invisible, zeroOfScript, ({ country, national, waId }, between, unseen, zero) => {
				const text = lace(write(lace(national, [' ', '-', ...between]), zero), unseen);
				expect(personOf(text, country)).toBe(waId);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('never are somebody of another country, with the country or in groups', () => {
		const someDigits = fc.tuple(anyExample, fc.stringMatching(/^\d{4}$/)).map(([example, end]) => ({
			...example,
			national: String(example.number.nationalNumber).replace(/\d{4}$/, end),
		}));
		fc.assert(
			fc.property(someDigits, ({ country, number, national }) => {
				const known = personOf(national, country);
				const own = canonicalWaId(`${number.countryCallingCode}${national}`);
				if (known !== undefined) expect([own, known.startsWith(number.countryCallingCode)]).toEqual([known, true]);
				expect(personOf(`${national.slice(0, 2)} ${national.slice(2)}`)).toBeUndefined();
			}),
			{ numRuns: 5_000 },
		);
	});

	it('are refused as bare digits where another country has the same ones, which is seldom', () => {
		const unclear = (toText: (number: PhoneNumber) => string) =>
			EXAMPLES.filter(({ number, country }) => personOf(toText(number), country) === undefined).map(({ country }) => country);
		expect(unclear((number) => number.nationalNumber)).toEqual(['BG', 'CN', 'CO', 'DE', 'MP', 'MS', 'TC', 'US']);
		expect(unclear((number) => number.number.slice(1))).toEqual([]);
	});
});

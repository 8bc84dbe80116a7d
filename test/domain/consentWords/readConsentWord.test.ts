import fc from 'fast-check';

import { CONSENT_LANGUAGES, CONSENT_WORD_TABLE, type ConsentLanguage } from '../../../nodes/shared/domain/consentWords/consentWordTable';
import { chooseConsentWords, readConsentWord } from '../../../nodes/shared/domain/consentWords/readConsentWord';
import { ORDINARY_SENTENCES } from './ordinarySentences';

const ALL = chooseConsentWords({});
const WORDS = CONSENT_LANGUAGES.flatMap((language) => {
	const { stop, start } = CONSENT_WORD_TABLE[language];
	return [...stop.map((word) => ({ word, change: 'stop' })), ...start.map((word) => ({ word, change: 'start' }))];
});

describe.each(CONSENT_LANGUAGES)('in %s', (language: ConsentLanguage) => {
	const own = chooseConsentWords({ languages: [language] });
	const { stop, start } = CONSENT_WORD_TABLE[language];

	it('every word stops or starts, STOP among them', () => {
		for (const word of stop) expect([word, readConsentWord(own, word)]).toEqual([word, 'stop']);
		for (const word of start) expect([word, readConsentWord(own, word)]).toEqual([word, 'start']);
		expect(readConsentWord(own, 'STOP')).toBe('stop');
	});

	it('20 ordinary sentences that hold or resemble one do neither, whatever languages are ticked', () => {
		const sentences = ORDINARY_SENTENCES[language];
		expect(new Set(sentences).size).toBeGreaterThanOrEqual(20);
		for (const sentence of sentences) expect([sentence, readConsentWord(ALL, sentence)]).toEqual([sentence, undefined]);
	});
});

test.each([
	['Stop!', 'stop'],
	['*STOP*', 'stop'],
	['stop 🛑', 'stop'],
	['“Stop”.', 'stop'],
	[' stop\n', 'stop'],
	['s\u200btop', 'stop'],
	['ＳＴＯＰ', 'stop'],
	['ARRET', 'stop'],
	['arrêt', 'stop'],
	['Opt-Out', 'stop'],
	['STOP  PROMO', 'stop'],
	['стоп!!!', 'stop'],
	['SUSCRIPCIÓN', undefined],
	['cancelar suscripcion', 'stop'],
	['LİSTEDEN ÇIK', 'stop'],
	['listeden cik', 'stop'],
	['LISTEDEN CIK', 'stop'],
	['الغاء الاشتراك', 'stop'],
	['رُكن', undefined],
	['तू', undefined],
	['START', 'start'],
	['', undefined],
	['🛑', undefined],
])('%j is %s', (text, expected) => {
	expect(readConsentWord(ALL, text)).toBe(expected);
});

describe('the words that count', () => {
	it('are those of the ticked languages', () => {
		const german = chooseConsentWords({ languages: ['de'] });
		expect(readConsentWord(german, 'Abmelden')).toBe('stop');
		expect(readConsentWord(german, 'baja')).toBeUndefined();
		expect(readConsentWord(chooseConsentWords({ languages: [] }), 'STOP')).toBeUndefined();
	});

	it("are the builder's own beside them, and a word that is both stops", () => {
		const own = chooseConsentWords({ languages: ['en'], moreStopWords: ['Genug, danke!', 'go'], moreStartWords: ['Los', 'GO'] });
		expect(readConsentWord(own, 'genug danke')).toBe('stop');
		expect(readConsentWord(own, 'los')).toBe('start');
		expect(readConsentWord(own, 'Go')).toBe('stop');
	});

	it('are none that the builder has taken out, unless entered as well', () => {
		const own = chooseConsentWords({ otherwise: ['Sair', 'BAJA'], moreStopWords: ['baja'] });
		expect(readConsentWord(own, 'sair')).toBeUndefined();
		expect(readConsentWord(own, 'baja')).toBe('stop');
	});

	it('are never empty', () => {
		const own = chooseConsentWords({ moreStopWords: ['', ' ', '!'] });
		expect(readConsentWord(own, '')).toBeUndefined();
		expect(readConsentWord(own, '!!!')).toBeUndefined();
	});
});

it('knows every word in every dress: case, punctuation, spaces and emoji around it', () => {
	const around = fc.constantFrom('', ' ', '!', '.', ' 🙏', '"', '*', '…', '\n', '\u200b');
	fc.assert(
		fc.property(fc.constantFrom(...WORDS), fc.constantFrom('upper', 'lower', 'as it is'), around, around, ({ word, change }, dress, before, after) => {
			const cased = dress === 'upper' ? word.toUpperCase() : dress === 'lower' ? word.toLowerCase() : word;
			expect(readConsentWord(ALL, before + cased + after)).toBe(change);
		}),
		{ numRuns: 1_000 },
	);
});

it('takes a word with a further word for none', () => {
	fc.assert(
		fc.property(fc.constantFrom(...WORDS), fc.constantFrom('order', 'morgen', 'заказ', 'غدا'), ({ word }, further) => {
			expect(readConsentWord(ALL, `${word} ${further}`)).toBeUndefined();
			expect(readConsentWord(ALL, `${further} ${word}`)).toBeUndefined();
		}),
	);
});

it('does not look at what is too long to be one', () => {
	expect(readConsentWord(ALL, `stop${' '.repeat(1_000_000)}`)).toBeUndefined();
	expect(readConsentWord(ALL, '\u0301'.repeat(1_000_000))).toBeUndefined();
});

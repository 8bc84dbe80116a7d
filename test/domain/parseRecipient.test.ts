import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { parseRecipient } from '../../nodes/shared/domain/parseRecipient';

describe('parseRecipient', () => {
	test.each([
		'+49 151 23456789',
		'0049 151 23456789',
		'4915123456789',
		'+49 (151) 2345-6789',
		'+49.151.2345/6789',
		'whatsapp:+4915123456789',
		' +49\u00a0151\u202f23456789 ',
		'+49‑151‑23456789',
		'+49 (0)151 23456789',
		'0049 (0) 151 23456789',
		'49 151 23456789',
	])('reads %s as the same person', (spelling) => {
		expect(parseRecipient(spelling)).toEqual({ phoneNumber: '+4915123456789', waId: '4915123456789' });
	});

	test.each([
		['+44 (0)7911 123456', '+447911123456'],
		['+55 (011) 98765-4321', '+5511987654321'],
		['+39 (06) 6982 1234', '+390669821234'],
		['6592345678', '+6592345678'],
	])('reads %s as %s', (text, phoneNumber) => {
		expect(parseRecipient(text).phoneNumber).toBe(phoneNumber);
	});

	it('reads a number given as a number', () => {
		expect(parseRecipient(4915123456789)).toEqual({ phoneNumber: '+4915123456789', waId: '4915123456789' });
	});

	test.each([
		['Brazil', '+55 11 8765-4321', '+551187654321', '5511987654321'],
		['Mexico', '+52 1 55 1234 5678', '+5215512345678', '525512345678'],
		['Argentina', '+54 9 11 2345 6789', '+5491123456789', '541123456789'],
	])('keeps the number to dial of %s and finds the record of its other spelling', (_, text, phoneNumber, waId) => {
		expect(parseRecipient(text)).toEqual({ phoneNumber, waId });
	});

	test.each(['US.13491208655302741918', 'US.ENT.11815799212886844830', `DE.${'a'.repeat(128)}`, 'US.ab_c-1'])(
		'reads the BSUID %s',
		(bsuid) => {
			expect(parseRecipient(bsuid)).toEqual({ bsuid });
		},
	);

	test.each([
		['', 'empty'],
		['   ', 'empty|text'],
		[undefined, 'empty'],
		[null, 'empty'],
		[{}, 'not text'],
		[['+4915123456789'], 'not text'],
		[true, 'not text'],
	])('refuses %p', (value, words) => {
		expect(() => parseRecipient(value)).toThrow(InvalidInputError);
		expect(() => parseRecipient(value)).toThrow(new RegExp(words));
	});

	test.each(['0151 23456789', '015123456789', '555 0100', '631-555-12', '(479) 234-5678', '479-234-5678'])('says that %s has no country code', (text) => {
		expect(() => parseRecipient(text)).toThrow(/has no country code/);
	});

	test.each(['Maria', '+49 151 CALL ME', 'US.', 'us.123', '+49151234567890123456', 'maria@example.com'])(
		'refuses %s, which is neither a phone number nor a BSUID',
		(text) => {
			expect(() => parseRecipient(text)).toThrow(InvalidInputError);
		},
	);

	it('does not repeat a text that somebody wired into it', () => {
		const text = 'I have been waiting for 3 days, please call me back';
		expect(() => parseRecipient(text)).toThrow(/a text of 51 characters/);
	});

	it('says what to do', () => {
		expect.assertions(2);
		try {
			parseRecipient('0151 23456789');
		} catch (error) {
			expect(error).toMatchObject({ parameter: 'Recipient' });
			expect((error as InvalidInputError).advice).toContain('+15551234567');
		}
	});
});

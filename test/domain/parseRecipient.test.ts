import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { interpretRecipient } from '../../nodes/shared/domain/interpretRecipient';
import { parseRecipient } from '../../nodes/shared/domain/parseRecipient';
import { settleRecipient } from '../../nodes/shared/domain/settleRecipient';

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
		'++4915123456789',
		'+ +49 151 23456789',
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

	test('reads the ID of a group, however it was copied, and nothing that only looks like one', () => {
		const groupId = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';
		for (const text of [groupId, ` ${groupId}\n`, `"${groupId}"`]) expect(parseRecipient(text)).toEqual({ bsuid: groupId });
		for (const text of ['Z3JvdXAtZXhhbXBsZQ==', `${groupId} and more`, 'Y2FwaV9ncm91cDo']) expect(() => parseRecipient(text)).toThrow(InvalidInputError);
	});

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

	test.each(['0151 23456789', '015123456789', '555 0100', '631-555-12', '(479) 234-5678', '479-234-5678', '49 151 23456789'])('says that %s has no country code', (text) => {
		expect(() => parseRecipient(text)).toThrow(/has no country code/);
	});

	test.each(['Maria', '+49 151 CALL ME', 'US.', 'us.123', '+49151234567890123456', 'maria@example.com'])(
		'refuses %s, which is neither a phone number nor a business-scoped user ID (BSUID)',
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

	describe('without a country', () => {
		test.each([
			'31 98765-4321',
			'31987654321',
			'41 98765-4321',
			'41987654321',
			'48 98765-4321',
			'48987654321',
			'812-3456-7890',
			'11987654321',
			'1511 2345678',
			'15112345678',
			'13800138000',
			'13912345678',
			'987654321',
			'https://wa.me/11987654321',
			'07080910',
		])('takes %s for a number of its own country, and says that the code is missing', (text) => {
			expect(() => parseRecipient(text)).toThrow(/^'Recipient' has no country code: /);
		});

		test.each([
			['62081234567890', '+62081234567890', '+6281234567890'],
			['23408031234567', '+23408031234567', '+2348031234567'],
			['9660501234567', '+9660501234567', '+966501234567'],
			['4407911123456', '+4407911123456', '+447911123456'],
			['55011987654321', '+55011987654321', '+5511987654321'],
			['49015123456789', '+49015123456789', '+4915123456789'],
		])('drops the zero of %s that is dialled within the country, as of %s', (bare, international, phoneNumber) => {
			expect(parseRecipient(bare)).toMatchObject({ phoneNumber, waId: phoneNumber.slice(1) });
			expect(parseRecipient(international)).toMatchObject({ phoneNumber, waId: phoneNumber.slice(1) });
		});
	});

	describe('with a country', () => {
		test.each([
			['31 98765-4321', 'BR', '+5531987654321'],
			['31987654321', 'BR', '+5531987654321'],
			['(031) 98765-4321', 'BR', '+5531987654321'],
			['5511987654321', 'BR', '+5511987654321'],
			['55 11 98765-4321', 'BR', '+5511987654321'],
			['55 98765-4321', 'BR', '+5555987654321'],
			['11 8765-4321', 'BR', '+551187654321'],
			['4915123456789', 'BR', '+4915123456789'],
			['+1 650 555 1234', 'BR', '+16505551234'],
			['0151 23456789', 'DE', '+4915123456789'],
			['4915123456789', 'DE', '+4915123456789'],
			['49 151 23456789', 'DE', '+4915123456789'],
			['(650) 555-1234', 'US', '+16505551234'],
			['416 555 0123', 'US', '+14165550123'],
			['13912345678', 'CN', '+8613912345678'],
			['07 08 09 10', 'CI', '+22507080910'],
			['97 12 34 56', 'BJ', '+22997123456'],
		] as const)('reads %s in %s as %s', (text, country, phoneNumber) => {
			expect(parseRecipient(text, { country }).phoneNumber).toBe(phoneNumber);
		});

		it('guesses nobody where both readings are numbers, and says which they are', () => {
			expect(() => parseRecipient('48912345678', { country: 'BR' })).toThrow(
				"'Recipient' can be read as +48912345678 and as +5548912345678: 48912345678",
			);
			expect(() => parseRecipient('15123456789', { country: 'DE' })).toThrow(/as \+15123456789 and as \+4915123456789/);
		});

		it('says of which country it is no number', () => {
			expect(() => parseRecipient('12 3', { country: 'BR' })).toThrow(
				"'Recipient' has no country code, and is no phone number of Brazil: 12 3",
			);
			expect(() => parseRecipient('49 151 23456789', { country: 'BR' })).toThrow(/is no phone number of Brazil/);
			expect(() => parseRecipient('01149 151 23456789', { country: 'US' })).toThrow(/is no phone number of United States/);
			expect(() => parseRecipient('https://wa.me/31987654321', { country: 'BR' })).toThrow(/is no phone number of Brazil/);
		});
	});

	describe('numbers by which WhatsApp has named somebody', () => {
		test.each([
			['22507080910', '2250707080910'],
			['22997123456', '2290197123456'],
		])('reads %s of an older plan as the person of %s', (old, waId) => {
			expect(parseRecipient(`+${old}`)).toEqual({ phoneNumber: `+${old}`, waId });
			expect(parseRecipient(old)).toEqual({ phoneNumber: `+${old}`, waId });
			expect(parseRecipient(waId)).toEqual({ phoneNumber: `+${waId}`, waId });
		});

		test.each(['9665012345', '690123', '+9665012345', '+690123'])('takes %s as it is, whatever the plan says', (text) => {
			const digits = text.replace('+', '');
			const named = { phoneNumber: `+${digits}`, waId: digits };
			expect(parseRecipient(text, { isNamed: (name) => name === digits })).toEqual(named);
			expect(settleRecipient(interpretRecipient(text), ({ waId }) => waId === digits)).toEqual(named);
			expect(() => settleRecipient(interpretRecipient(text), () => false)).toThrow(InvalidInputError);
		});

		it('lets the record decide between two readings, unless both are on it', () => {
			const reading = interpretRecipient('48912345678', { country: 'BR' });
			expect(settleRecipient(reading, ({ waId }) => waId === '5548912345678')).toMatchObject({ phoneNumber: '+5548912345678' });
			expect(() => settleRecipient(reading, () => true)).toThrow(/can be read as/);
		});

		it('never looks up a number in groups under another country', () => {
			expect(interpretRecipient('31 98765-4321')).toMatchObject({ candidates: [] });
		});
	});

	test.each([
		'\u202a+49 151 23456789\u202c',
		'+49\u200b151\u200d234\u00ad56789\ufe0f',
		'\ufeff+49 151 23456789',
		'\u2066+4915123456789\u2069',
		'\uff0b\uff14\uff19\uff11\uff15\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19',
		'+٤٩١٥١٢٣٤٥٦٧٨٩',
		'+۴۹۱۵۱۲۳۴۵۶۷۸۹',
		'+४९१५१२३४५६७८९',
		// The second of two scripts that stand side by side in Unicode.
		`+${[4, 9, 1, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => String.fromCodePoint(0x116da + digit)).join('')}`,
		'tel:+49-151-23456789',
		'tel:+4915123456789;ext=12',
		'TEL: +49 151 23456789',
		'p:+4915123456789',
		'https://wa.me/4915123456789',
		'https://wa.me/+4915123456789?text=Hello%20there',
		'wa.me/4915123456789',
		'https://wa.me/%2B4915123456789/',
		'https://api.whatsapp.com/send?phone=4915123456789&text=Hi',
		'https://api.whatsapp.com/send/?phone=%2B4915123456789',
		'https://api.whatsapp.com/send?phone=+4915123456789',
		'https://web.whatsapp.com/send?phone=4915123456789',
		'whatsapp://send?phone=4915123456789',
		'4915123456789@s.whatsapp.net',
		'4915123456789:12@s.whatsapp.net',
		'4915123456789@c.us',
		"'+4915123456789",
		"'4915123456789",
		'"+4915123456789"',
		'’+49 151 23456789’',
		'4915123456789.0',
		'+49\u2011151\u221223456789',
		'+49[151]23456789',
	])('reads the pasted %j', (text) => {
		expect(parseRecipient(text)).toEqual({ phoneNumber: '+4915123456789', waId: '4915123456789' });
	});

	it('takes a BSUID out of what was pasted around it', () => {
		expect(parseRecipient('\u200e"US.13491208655302741918"\u200f')).toEqual({ bsuid: 'US.13491208655302741918' });
	});

	test.each([
		'https://wa.me/message/ABCDEFGH',
		'https://chat.whatsapp.com/4915123456789',
		'https://example.com/4915123456789',
		'4915123456789@g.us',
		'4915123456789@lid',
		'tel:',
		'https://wa.me/',
		'4,91512E+12',
	])('refuses %s, which names nobody', (text) => {
		expect(() => parseRecipient(text)).toThrow(/neither a phone number nor a business-scoped user ID \(BSUID\)/);
	});
});

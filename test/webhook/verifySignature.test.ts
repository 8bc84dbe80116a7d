import { createHmac } from 'node:crypto';

import fc from 'fast-check';

import { signPayload } from '../../nodes/shared/webhook/signPayload';
import { verifySignature } from '../../nodes/shared/webhook/verifySignature';

const SECRET = 'example-app-secret';
const OTHER_SECRET = 'another-app-secret';

// Meta escapes what is not ASCII, and slashes, before it signs.
const RAW = Buffer.from('{"text":"Gr\\u00f6\\u00dfe \\ud83d\\udc4d https:\\/\\/example.invalid"}');

function hmac(body: Uint8Array | string, secret = SECRET): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

describe('verifySignature', () => {
	test('accepts the bytes as Meta signed them', () => {
		expect(verifySignature(RAW, hmac(RAW), [SECRET])).toEqual({ isValid: true });
	});

	test('accepts a Uint8Array that is no Buffer', () => {
		expect(verifySignature(new Uint8Array(RAW), hmac(RAW), [SECRET])).toEqual({ isValid: true });
	});

	test('refuses JSON that was parsed and written again, although it says the same', () => {
		const rewritten = Buffer.from(JSON.stringify(JSON.parse(RAW.toString())));
		expect(JSON.parse(rewritten.toString())).toEqual(JSON.parse(RAW.toString()));
		expect(verifySignature(rewritten, hmac(RAW), [SECRET])).toEqual({ isValid: false, reason: 'mismatch' });
	});

	test('accepts a body of UTF-8 that was not escaped', () => {
		const body = Buffer.from('{"text":"Größe 👍"}', 'utf8');
		expect(verifySignature(body, hmac(body), [SECRET])).toEqual({ isValid: true });
	});

	test('refuses another secret', () => {
		expect(verifySignature(RAW, hmac(RAW, OTHER_SECRET), [SECRET])).toEqual({ isValid: false, reason: 'mismatch' });
	});

	test.each([[[SECRET, OTHER_SECRET]], [[OTHER_SECRET, SECRET]], [['', SECRET]]])(
		'accepts either secret while it is being changed: %j',
		(secrets) => {
			expect(verifySignature(RAW, hmac(RAW), secrets)).toEqual({ isValid: true });
		},
	);

	test('refuses a body that differs in one bit', () => {
		const changed = Buffer.from(RAW);
		changed.writeUInt8(changed.readUInt8(3) ^ 1, 3);
		expect(verifySignature(changed, hmac(RAW), [SECRET])).toEqual({ isValid: false, reason: 'mismatch' });
	});

	test('judges an empty body like any other', () => {
		expect(verifySignature(Buffer.alloc(0), hmac(''), [SECRET])).toEqual({ isValid: true });
		expect(verifySignature(Buffer.alloc(0), hmac(RAW), [SECRET])).toEqual({ isValid: false, reason: 'mismatch' });
	});

	test.each([[[]], [['']], [['', '  ']]])('refuses everything when no secret is set: %j', (secrets) => {
		expect(verifySignature(RAW, hmac(RAW, ''), secrets)).toEqual({ isValid: false, reason: 'noSecret' });
	});

	test.each([undefined, ''])('refuses a request without header: %j', (header) => {
		expect(verifySignature(RAW, header, [SECRET])).toEqual({ isValid: false, reason: 'noHeader' });
	});

	test('accepts hex digits in upper case', () => {
		const header = `sha256=${hmac(RAW).slice(7).toUpperCase()}`;
		expect(verifySignature(RAW, header, [SECRET])).toEqual({ isValid: true });
	});

	const hex = hmac(RAW).slice(7);
	test.each([
		['without the name of the algorithm', hex],
		['with another algorithm', `sha1=${hex.slice(0, 40)}`],
		['with the algorithm in upper case', `SHA256=${hex}`],
		['one digit short', `sha256=${hex.slice(1)}`],
		['one digit long', `sha256=${hex}0`],
		['without digits', 'sha256='],
		['with a letter that is no hex digit', `sha256=g${hex.slice(1)}`],
		['with a letter of two bytes', `sha256=é${hex.slice(1)}`],
		['with a line break behind it', `sha256=${hex}\n`],
		['with a space before it', ` sha256=${hex}`],
		['given twice', `sha256=${hex}, sha256=${hex}`],
	])('calls a header malformed: %s', (_, header) => {
		expect(verifySignature(RAW, header, [SECRET])).toEqual({ isValid: false, reason: 'malformedHeader' });
	});

	test('accepts what signPayload signed, and nothing with another body', () => {
		fc.assert(
			fc.property(fc.uint8Array(), fc.uint8Array(), fc.string({ minLength: 1 }), (body, other, secret) => {
				fc.pre(secret.trim() !== '');
				const header = signPayload(body, secret);
				expect(verifySignature(body, header, [secret]).isValid).toBe(true);
				expect(verifySignature(other, header, [secret]).isValid).toBe(Buffer.compare(body, other) === 0);
			}),
		);
	});

	test('never throws, whatever the header holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (header) => {
				expect(verifySignature(RAW, header, [SECRET]).isValid).toBe(false);
			}),
		);
	});
});

describe('signPayload', () => {
	test('gives the HMAC-SHA256 of RFC 4231, test case 2', () => {
		expect(signPayload(Buffer.from('what do ya want for nothing?'), 'Jefe')).toBe(
			'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		);
	});
});

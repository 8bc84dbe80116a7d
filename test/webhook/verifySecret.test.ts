import { verifySecret } from '../../nodes/shared/webhook/verifySecret';

const SECRET = 'a-secret-of-one-s-own';

describe('verifySecret', () => {
	test.each([
		['the header', { header: SECRET, query: undefined }],
		['the address', { header: undefined, query: SECRET }],
		['the address, where an empty header comes along', { header: '', query: SECRET }],
		['the header, whatever the address says', { header: SECRET, query: 'something else' }],
	])('accepts it in %s', (_place, given) => {
		expect(verifySecret(given, SECRET)).toEqual({ isValid: true });
	});

	test.each([
		['another one', { header: `${SECRET}!`, query: undefined }],
		['its beginning', { header: SECRET.slice(0, -1), query: undefined }],
		['other letters', { header: SECRET.toUpperCase(), query: undefined }],
		['a wrong header, whatever the address says', { header: 'something else', query: SECRET }],
		['a key that is given twice', { header: undefined, query: [SECRET, SECRET] }],
		['a nested key', { header: undefined, query: { secret: SECRET } }],
	])('refuses %s', (_case, given) => {
		expect(verifySecret(given, SECRET)).toEqual({ isValid: false, reason: 'secretMismatch' });
	});

	test.each([{ header: undefined, query: undefined }, { header: '', query: '' }])('refuses a request without one: %j', (given) => {
		expect(verifySecret(given, SECRET)).toEqual({ isValid: false, reason: 'noSecretGiven' });
	});

	test.each(['', undefined])('matches nothing while none is set, also not %j', (header) => {
		expect(verifySecret({ header, query: undefined }, '')).toEqual({ isValid: false, reason: 'noWebhookSecret' });
	});
});

import { verifyHandshake } from '../../nodes/shared/webhook/verifyHandshake';

const TOKEN = 'example verify token';
const QUERY = { 'hub.mode': 'subscribe', 'hub.verify_token': TOKEN, 'hub.challenge': '1158201444' };

describe('verifyHandshake', () => {
	test('gives the challenge back as raw text', () => {
		expect(verifyHandshake(QUERY, TOKEN)).toEqual({ isValid: true, challenge: '1158201444' });
	});

	test.each([
		['another token', 'guess'],
		['the token in another case', TOKEN.toUpperCase()],
		['the beginning of the token', TOKEN.slice(0, -1)],
		['the token and more', `${TOKEN} `],
		['no token', undefined],
		['an empty token', ''],
		['the token given twice', [TOKEN, TOKEN]],
		['the token nested', { token: TOKEN }],
		['a number', 1],
	])('refuses %s', (_, token) => {
		expect(verifyHandshake({ ...QUERY, 'hub.verify_token': token }, TOKEN)).toEqual({
			isValid: false,
			reason: 'verifyTokenMismatch',
		});
	});

	test.each(['', '   '])('refuses everything when no verify token is set: %j', (token) => {
		const query = { ...QUERY, 'hub.verify_token': token };
		expect(verifyHandshake(query, token)).toEqual({ isValid: false, reason: 'noVerifyToken' });
	});

	test.each([undefined, 'unsubscribe', 'SUBSCRIBE', ['subscribe'], { 0: 'subscribe' }])(
		'refuses the mode %j',
		(mode) => {
			expect(verifyHandshake({ ...QUERY, 'hub.mode': mode }, TOKEN)).toEqual({
				isValid: false,
				reason: 'notSubscribe',
			});
		},
	);

	test.each([undefined, '', 42, ['1', '2'], { a: '1' }])('refuses the challenge %j', (challenge) => {
		expect(verifyHandshake({ ...QUERY, 'hub.challenge': challenge }, TOKEN)).toEqual({
			isValid: false,
			reason: 'noChallenge',
		});
	});

	test('does not read keys that a query parser nested', () => {
		const query = { hub: { mode: 'subscribe', verify_token: TOKEN, challenge: '1' } };
		expect(verifyHandshake(query, TOKEN)).toEqual({ isValid: false, reason: 'notSubscribe' });
	});

	test('reads a query without prototype, as node:querystring makes it', () => {
		const query = Object.assign(Object.create(null) as Record<string, unknown>, QUERY);
		expect(verifyHandshake(query, TOKEN).isValid).toBe(true);
	});
});

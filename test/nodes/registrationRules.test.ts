import { findAddressProblem } from '../../nodes/WhatsAppSessionTrigger/registration/findAddressProblem';
import { isPrivateHost } from '../../nodes/shared/cloudApi/client/isPrivateHost';
import { ownerOf } from '../../nodes/WhatsAppSessionTrigger/registration/ownerOf';
import type { Registration } from '../../nodes/WhatsAppSessionTrigger/registration/Registration';

describe('a host', () => {
	test.each([
		'localhost', 'n8n', 'n8n.localhost', 'n8n.local', 'n8n.internal', 'box.lan', 'box.home.arpa', 'n8n.local.',
		'127.0.0.1', '127.255.255.255', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.1.1', '0.0.0.0',
		'100.64.0.1', '[::1]', '[::]', '[fd00::1]', '[fe80::1]', '[::ffff:a00:1]',
	])('is private: %s', (host) => {
		expect(isPrivateHost(host)).toBe(true);
	});

	test.each([
		'n8n.example.com', 'localhost.example.com', 'mylocalhost.com', '8.8.8.8', '172.15.255.255', '172.32.0.0', '192.167.1.1',
		'100.63.255.255', '100.128.0.0', '11.0.0.0', '[2a00:1450::1]', 'abc.ngrok-free.app',
	])('is public: %s', (host) => {
		expect(isPrivateHost(host)).toBe(false);
	});
});

describe('the owner of a callback', () => {
	const ours = 'https://n8n.example.com/webhook/1f-2a/webhook';

	test.each([
		[undefined, 'nobody'],
		['', 'nobody'],
		[ours, 'us'],
		[`${ours}/`, 'us'],
		[`${ours}?x=1`, 'us'],
		['http://localhost:5678/webhook/1f-2a/webhook', 'usElsewhere'],
		['https://old.ngrok.app/webhook/1f-2a/webhook', 'usElsewhere'],
		['https://n8n.example.com:8443/webhook/1f-2a/webhook', 'usElsewhere'],
		['http://n8n.example.com/webhook/1f-2a/webhook', 'usElsewhere'],
		['HTTPS://N8N.example.com:443/webhook/1f-2a/webhook', 'us'],
		['https://n8n.example.com/webhook/other/webhook', 'sameN8n'],
		['https://n8n.example.com/webhook/other', 'sameN8n'],
		['https://n8n.example.com/crm', 'stranger'],
		['https://n8n.example.com/webhooks/other', 'stranger'],
		['https://n8n.example.com:8443/webhook/other/webhook', 'stranger'],
		['https://crm.example.com/webhook/other/webhook', 'stranger'],
		['https://n8n.example.com/webhook/1F-2A/webhook', 'sameN8n'],
		['https://n8n.example.com/webhook-test/1f-2a/webhook', 'stranger'],
		['not an address', 'stranger'],
	])('of %p is %s', (url, owner) => {
		expect(ownerOf(url, ours)).toBe(owner);
	});
});

describe('the address of a trigger', () => {
	const registration = (callbackUrl: string, fields: Partial<Registration> = {}) =>
		({ level: 'app', isSimulated: false, callback: { callbackUrl, verifyToken: 'x' }, ...fields }) as Registration;
	const ofLength = (length: number) => `https://n8n.example.com/`.padEnd(length, 'x');

	test.each([
		['', /no usable address: \(none\)/],
		['/webhook', /no usable address/],
		['http://localhost:5678/webhook/1/webhook', /localhost:5678\/webhook\/1\/webhook: that address is private/],
		['https://192.168.1.5/webhook/1/webhook', /private/],
		['http://n8n.example.com/webhook/1/webhook', /has to begin with https:\/\//],
		['ftp://n8n.example.com/', /has to begin with https:\/\//],
	])('that Meta cannot call is named, with the setting to change: %p', (url, message) => {
		const problem = findAddressProblem(registration(url));

		expect(problem?.message).toMatch(message);
		expect(problem?.advice).toMatch(/N8N_WEBHOOK_URL \(WEBHOOK_URL in older versions/);
	});

	it('that is public and https is fine', () => {
		expect(findAddressProblem(registration('https://n8n.example.com/webhook/1/webhook'))).toBeUndefined();
	});

	it('may be any while the simulator stands in for Meta', () => {
		const simulated = registration('http://localhost:5678/webhook/1/webhook', { isSimulated: true });
		expect(findAddressProblem(simulated)).toBeUndefined();
	});

	test.each([
		['businessAccount', 200, false],
		['businessAccount', 201, true],
		['phoneNumber', 200, false],
		['phoneNumber', 201, true],
		['app', 201, false],
	] as const)('of a trigger at the level %s with %i characters is too long: %p', (level, length, isTooLong) => {
		const problem = findAddressProblem(registration(ofLength(length), { level }));

		expect(problem !== undefined).toBe(isTooLong);
		expect(problem?.message ?? '').toMatch(isTooLong ? /has 201 characters: https/ : /^$/);
	});
});

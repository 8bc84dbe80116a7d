import { readProvider } from '../../../nodes/shared/n8n/account/readProvider';

const dialog360 = { provider: 'dialog360', dialog360ApiKey: ' key of a number ', webhookSecret: 'a secret of the test'.replaceAll(' ', '-') };
const other = { provider: 'other', hostBaseUrl: 'https://api.example.com/whatsapp/', headerName: 'X-API-Key', headerValue: ' key of a host ' };

describe('readProvider', () => {
	test('reads a credential from before there were providers as one of Meta', () => {
		expect(readProvider({ accessToken: ' token ', appId: '1', appSecret: 'secret', verifyToken: 'word' })).toEqual({
			provider: 'meta',
			graph: { baseUrl: 'https://graph.facebook.com', version: 'v25.0' },
			accessToken: 'token',
			accessHeaders: { Authorization: 'Bearer token' },
			appId: '1',
			appSecrets: ['secret'],
			verifyToken: 'word',
		});
	});

	test('reads one of 360dialog, and leaves what belongs to a Meta app', () => {
		const { graph, ...rest } = readProvider({ ...dialog360, appId: '1', appSecret: 'secret', verifyToken: 'word', accessToken: 'token' });
		expect(rest).toEqual({
			provider: 'dialog360',
			accessToken: 'key of a number',
			accessHeaders: { 'D360-API-KEY': 'key of a number' },
			appId: '',
			appSecrets: [],
			verifyToken: '',
			webhookSecret: 'a-secret-of-the-test',
		});
		expect(graph).toMatchObject({ provider: 'dialog360', baseUrl: 'https://waba-v2.360dialog.io' });
		expect(JSON.stringify(graph)).not.toContain('key of a number');
		expect(readProvider({ ...dialog360, dialog360ApiKey: 'another' }).graph.keyDigest).not.toBe(graph.keyDigest);
	});

	test("reads one of another host, by a secret or by Meta's signature", () => {
		expect(readProvider({ ...other, appSecret: 'secret' })).toMatchObject({
			provider: 'other',
			graph: { provider: 'other', baseUrl: 'https://api.example.com/whatsapp/', version: 'v25.0' },
			accessHeaders: { 'X-API-Key': 'key of a host' },
			webhookSecret: '',
		});
		const signed = readProvider({ ...other, webhookProof: 'signature', appSecret: 'secret', webhookSecret: 'a-secret-of-the-test' });
		expect(signed).toMatchObject({ appSecrets: ['secret'] });
		expect(signed.webhookSecret).toBeUndefined();
	});

	test.each<[string, Record<string, string>, RegExp]>([
		['a short secret', { ...dialog360, webhookSecret: 'fifteen-letters' }, /'Webhook Secret' has 15 characters/],
		['a secret with a space', { ...dialog360, webhookSecret: 'sixteen letters!' }, /'Webhook Secret' holds a space/],
		['a secret that no header carries', { ...dialog360, webhookSecret: 'sixteen-létters!!' }, /'Webhook Secret' holds/],
		['an address that is none', { ...dialog360, dialog360BaseUrl: 'waba-v2.360dialog.io' }, /'360dialog Base URL' is not an address/],
		['a key of two lines', { ...dialog360, dialog360ApiKey: 'one\ntwo' }, /'API Key' holds a character/],
		['no address', { ...other, hostBaseUrl: ' ' }, /'Base URL' is not an address.*\(empty\)/],
		['no header', { ...other, headerName: '' }, /'Header Name' is empty/],
		['a header of two words', { ...other, headerName: 'X API Key' }, /'Header Name' is no header/],
		['a header of the request itself', { ...other, headerName: 'content-type' }, /'Header Name' is no header.*content-type/],
		['no value', { ...other, headerValue: ' ' }, /'Header Value' is empty/],
		['a value of two lines', { ...other, headerValue: 'one\r\nHost: two' }, /'Header Value' holds a character/],
		['a version that is none', { ...other, graphApiVersion: 'latest' }, /'Graph API Version' is not a version/],
	])('refuses %s, and names the field', (_case, fields, sentence) => {
		expect(() => readProvider(fields)).toThrow(sentence);
	});
});

import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import {
	DEFAULT_GRAPH_API_BASE_URL,
	DEFAULT_GRAPH_API_VERSION,
	GRAPH_REQUEST_TIMEOUT_MS,
} from '../../../nodes/shared/cloudApi/client/graphApi';
import { graphUrl } from '../../../nodes/shared/cloudApi/client/graphUrl';

const caught = (run: () => unknown): unknown => {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
};

describe('graphUrl', () => {
	test('joins the defaults', () => {
		const address = { baseUrl: DEFAULT_GRAPH_API_BASE_URL, version: DEFAULT_GRAPH_API_VERSION };

		expect(graphUrl(address, '/106/messages')).toBe('https://graph.facebook.com/v25.0/106/messages');
		expect(GRAPH_REQUEST_TIMEOUT_MS).toBe(30_000);
	});

	test.each([
		['https://graph.facebook.com/', 'v25.0', '/1'],
		['https://graph.facebook.com///', ' v25.0 ', '//1'],
		[' https://graph.facebook.com', 'v25.0', '1'],
	])('forgives slashes and spaces: %p %p %p', (baseUrl, version, path) => {
		expect(graphUrl({ baseUrl, version }, path)).toBe('https://graph.facebook.com/v25.0/1');
	});

	test('keeps a path and a port of the base URL', () => {
		expect(graphUrl({ baseUrl: 'http://localhost:4010/graph/', version: 'v26.0' }, '/1')).toBe(
			'http://localhost:4010/graph/v26.0/1',
		);
	});

	test.each(['', 'v25', '25.0', 'V25.0', 'v25.0/..', 'v25.0.1', 'latest'])('refuses the version %p', (version) => {
		const error = caught(() => graphUrl({ baseUrl: DEFAULT_GRAPH_API_BASE_URL, version }, '/1'));

		expect(error).toBeInstanceOf(InvalidInputError);
		expect(error).toMatchObject({ parameter: 'Graph API Version' });
	});

	test.each(['', 'graph.facebook.com', 'ftp://graph.facebook.com', 'https://', 'https:///v1', 'javascript:alert(1)',
		'https://graph.facebook.com?x=1', 'https://a b.c'])('refuses the base URL %p', (baseUrl) => {
		const error = caught(() => graphUrl({ baseUrl, version: 'v25.0' }, '/1'));

		expect(error).toBeInstanceOf(InvalidInputError);
		expect(error).toMatchObject({ parameter: 'Graph API Base URL' });
	});

	test.each(['http://graph.facebook.com', 'HTTP://203.0.113.7:8080', 'http://[2001:db8::1]/graph', 'http://graph.facebook.com.'])('refuses to send the token readable to a public host: %p', (baseUrl) => {
		const error = caught(() => graphUrl({ baseUrl, version: 'v25.0' }, '/1'));

		expect(error).toBeInstanceOf(InvalidInputError);
		expect(error).toMatchObject({
			parameter: 'Graph API Base URL',
			message: `'Graph API Base URL' begins with http://, so that anybody on the way to ${new URL(baseUrl).hostname} could read the access token.`,
			advice: expect.stringContaining('https://'),
		});
	});

	test.each(['http://localhost:4010', 'http://127.0.0.1:1', 'http://[::1]:4010', 'http://simulator:4010', 'http://192.168.1.20', 'http://gateway.internal'])(
		'takes http:// within a private network: %p',
		(baseUrl) => expect(graphUrl({ baseUrl, version: 'v25.0' }, '/1')).toBe(`${baseUrl}/v25.0/1`),
	);

	test('keeps a token in a wrong base URL out of the error', () => {
		const error = caught(() => graphUrl({ baseUrl: 'https://x.y?access_token=EAAsecret1', version: 'v25.0' }, '/1'));

		expect((error as Error).message).not.toContain('EAAsecret1');
	});

	test('leaves the version out at 360dialog', () => {
		const address = { provider: 'dialog360' as const, baseUrl: 'https://waba-v2.360dialog.io/', version: '' };
		expect(graphUrl(address, '/messages')).toBe('https://waba-v2.360dialog.io/messages');
	});

	test.each([['dialog360', '360dialog Base URL'], ['other', 'Base URL']] as const)('refuses http:// to a public host of %s as well', (provider, field) => {
		expect(() => graphUrl({ provider, baseUrl: 'http://api.example.com', version: 'v25.0' }, '')).toThrow(`'${field}' begins with http://`);
	});

	test('calls the field with a wrong address as the credential of that provider does', () => {
		expect(() => graphUrl({ provider: 'dialog360', baseUrl: 'x', version: '' }, '')).toThrow(/^'360dialog Base URL' is not an address/);
		expect(() => graphUrl({ provider: 'other', baseUrl: '', version: 'v25.0' }, '')).toThrow(/^'Base URL' is not an address/);
	});
});

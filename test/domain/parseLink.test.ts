import { parseLink } from '../../nodes/shared/domain/parseLink';

describe('parseLink', () => {
	test.each([
		'https://shop.example/t/42',
		'http://shop.example',
		'HTTPS://Shop.Example/t?q=ä#part',
		'https://localhost:5678/files/a.png',
		`https://shop.example/${'a'.repeat(120_000)}`,
	])('reads %.60s', (link) => {
		expect(parseLink(link)?.protocol).toMatch(/^https?:$/);
	});

	test.each([
		'',
		'www.shop.example/t/42',
		'shop.example/t/42',
		'/42',
		'https:/shop.example',
		'https:///shop.example',
		'https://',
		'https://shop example/42',
		'https://shop.example/4 2',
		'https://shop.example/4\n2',
		'https://[shop',
		'https://shop.example:99999/',
		'ftp://shop.example/42',
		'javascript:alert(1)',
		`https://${'a'.repeat(120_000)} `,
	])('refuses %.60j', (text) => {
		expect(parseLink(text)).toBeUndefined();
	});

	test('takes only the schemes that are asked for', () => {
		expect(parseLink('http://shop.example/42', ['https'])).toBeUndefined();
		expect(parseLink('https://shop.example/42', ['https'])?.pathname).toBe('/42');
	});
});

import { toLinkEnd } from '../../../nodes/shared/cloudApi/templates/parts/toLinkEnd';

const BASE = 'https://shop.example/t/';

describe('toLinkEnd', () => {
	test.each([
		'42',
		'/42',
		'/t/42',
		'shop.example/t/42',
		'//shop.example/t/42',
		'http://shop.example/t/42',
		'https://shop.example/t/42',
		'HTTPS://SHOP.example/t/42',
	])('takes %s for the end 42 of a link', (given) => {
		expect(toLinkEnd(given, BASE)).toBe('42');
	});

	test.each([
		'',
		'/',
		'https://shop.example/t/',
		'shop.example/t/',
		'www.shop.example/t/42',
		'https://www.shop.example/t/42',
		'//other.example/t/42',
		'https://shop.example/other/42',
		'https://other.example/t/42',
		'4 2',
	])('refuses %j', (given) => {
		expect(toLinkEnd(given, BASE)).toBeUndefined();
	});

	test.each([
		['/42', 'https://shop.example/t?order=', '/42'],
		['/t/42', 'https://shop.example/', 't/42'],
		['/42', 'https://shop.example', '/42'],
		['www.shop.example/42', 'https://www.shop.example/', '42'],
		['order?id=1', BASE, 'order?id=1'],
	])('reads %s for the base %s', (given, base, end) => {
		expect(toLinkEnd(given, base)).toBe(end);
	});
});

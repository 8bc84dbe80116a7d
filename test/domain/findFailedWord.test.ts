import { findFailedWord } from '../../nodes/shared/domain/findFailedWord';

describe('findFailedWord', () => {
	test.each([
		['undefined', 'undefined'],
		[' null ', 'null'],
		['NaN', 'NaN'],
		['Hello undefined, your order is here.', 'undefined'],
		['Hallo null Schmidt', 'null'],
		['Your order null has shipped', 'null'],
		['Total: NaN €', 'NaN'],
		['order-undefined', 'undefined'],
		['undefined-42', 'undefined'],
		['On Invalid DateTime', 'Invalid DateTime'],
		['Invalid Date', 'Invalid Date'],
		['Dear [object Object],', '[object Object]'],
		['Dear [object Undefined],', '[object Undefined]'],
		['https://shop.example/t/undefined', 'undefined'],
		['https://shop.example/t?order=null&x=1', 'null'],
		['https://shop.example/t/%5Bobject%20Object%5D', '%5Bobject%20Object%5D'],
		['Hello {{ $json.name }}!', '{{ $json.name }}!'],
		['Hello {{$node["A"].json.b}}', '{{$node["A"].json.b}'],
		['He said "undefined behaviour".', 'undefined'],
		['`code` and undefined', 'undefined'],
		['An open ``` and null', 'null'],
		[['good', { title: 'undefined' }], 'undefined'],
	])('finds in %j what a failed expression left', (value, found) => {
		expect(findFailedWord(value)).toBe(found);
	});

	test.each([
		'Ada',
		'',
		'Null',
		'Mr. Null',
		'NULL',
		'Nan bread',
		'undefinedness',
		'nullify',
		'null_value',
		'undefined-behaviour',
		'a non-null value',
		'The contract is null and void.',
		'Um null Uhr ist Schluss.',
		'Frakt: null kroner',
		'The word "undefined" and the word „null“',
		'Write `undefined` here',
		'```\nreturn null;\n```',
		'an invalid date',
		'Invalid Dates',
		'{{1}} and {{name}}',
		'[object] of art',
		42,
		null,
		undefined,
		{ amount: null, list: [undefined, NaN] },
	])('finds nothing in %j', (value) => {
		expect(findFailedWord(value)).toBeUndefined();
	});
});

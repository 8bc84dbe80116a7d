import { readItemPath, toItemPath } from '../../../nodes/shared/n8n/parameters/readItemPath';

describe('toItemPath', () => {
	test.each([
		['={{ $json.recipient }}', ['recipient']],
		['={{$json.recipient}}', ['recipient']],
		['={{\n\t$json.recipient\r\n}}', ['recipient']],
		['={{ $json.order.customer_1.$id }}', ['order', 'customer_1', '$id']],
		['={{ $json["order no"] }}', ['order no']],
		["={{ $json['a.b'].c[\"it's\"] }}", ['a.b', 'c', "it's"]],
		['={{ $json["電話"] }}', ['電話']],
		['={{ $json[""] }}', ['']],
	])('reads %j as a plain path', (raw, path) => {
		expect(toItemPath(raw)).toEqual(path);
	});

	test.each([
		['no expression', '$json.recipient'],
		['text without braces', '=$json.recipient'],
		['text before it', '=to {{ $json.recipient }}'],
		['a space before it', '= {{ $json.recipient }}'],
		['text after it', '={{ $json.recipient }} '],
		['a line break after it', '={{ $json.recipient }}\n'],
		['two expressions', '={{ $json.a }}{{ $json.b }}'],
		['no path', '={{ $json }}'],
		['optional chaining', '={{ $json?.a }}'],
		['a call', '={{ $json.a.trim() }}'],
		['an index', '={{ $json.list[0] }}'],
		['a computed name', '={{ $json[$json.a] }}'],
		['a template literal', '={{ $json[`a`] }}'],
		['an escape in the name', '={{ $json["\\x61"] }}'],
		['a line break in the name', '={{ $json["a\nb"] }}'],
		['closing braces in the name, where n8n ends the expression', '={{ $json["a}}b"] }}'],
		['a name that n8n refuses', '={{ $json.binding }}'],
		['a name that n8n refuses, in quotes', '={{ $json["__proto__"] }}'],
		['a word that n8n refuses anywhere', '={{ $json.constructors }}'],
		['a name that every object has', '={{ $json.toString }}'],
		['a lone dollar sign', '={{ $json.$ }}'],
		['another variable', '={{ $jsonp.a }}'],
		['a number', 7],
		['undefined', undefined],
		['an object', { value: '={{ $json.a }}' }],
	])('leaves %s to n8n', (_, raw) => {
		expect(toItemPath(raw)).toBeUndefined();
	});
});

describe('readItemPath', () => {
	test.each([['text'], [''], ['={{ 1 }}'], [0], [-0], [-1.5], [Number.MAX_VALUE], [true], [false], [null], [undefined]])(
		'gives %p as it is',
		(value) => {
			expect(readItemPath({ a: { b: value } }, ['a', 'b'])).toEqual({ value });
		},
	);

	it('gives undefined for a field that its object does not have', () => {
		expect(readItemPath({ a: {} }, ['a', 'b'])).toEqual({ value: undefined });
	});

	test.each([
		['a path that breaks off earlier', {}],
		['a path through null', { a: null }],
		['a path through text', { a: 'text' }],
		['a path through an array', { a: ['b'] }],
		['a path through an object of a class', { a: new Date(0) }],
		['an object', { a: { b: {} } }],
		['an array', { a: { b: [] } }],
		['a date', { a: { b: new Date(0) } }],
		['NaN', { a: { b: NaN } }],
		['Infinity', { a: { b: Infinity } }],
		['a function', { a: { b: () => 1 } }],
		['an inherited field', { a: Object.create({ b: 1 }) }],
		['no item', undefined],
	])('leaves %s to n8n', (_, item) => {
		expect(readItemPath(item, ['a', 'b'])).toBeUndefined();
	});
});

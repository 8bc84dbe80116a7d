/** Values that a field of an item can have; the last ones only when another node of the same process puts them there. */
const VALUES: unknown[] = [
	...['text', '', ' ', '0', 'null', '={{ 1 + 1 }}', '{{ $json.order }}', '=', 'line\nbreak', 'say "it\'s"', '\\', '${1}'],
	...['+49 151 2345678', 'naïve 電話 😀', '\u2028', '\ud800', '2026-11-22T09:30:00.000Z', '[object Object]', '__proto__'],
	...[0, -0, 1, -1.5, 1e21, Number.MAX_SAFE_INTEGER + 1, Number.MAX_VALUE, Number.MIN_VALUE, NaN, Infinity, -Infinity],
	...[true, false, null, undefined],
	...[[], ['first', ['second']], {}, { length: 3, constructor: 'x' }, { __isError: true, message: 'no error' }],
	...[{ __isArray: true, __length: 1 }, { __isObject: true, __keys: ['a'] }, { __n8nType: 'DateTime' }],
	...[new Date(0), new Map([['a', 1]]), Object.create(null), Object.create({ inherited: 'far' }), 10n],
];

/** Names that n8n's engine refuses, and names that every object has without having them. */
const SPECIAL_NAMES = [
	...['__proto__', 'prototype', 'constructor', 'getPrototypeOf', 'setPrototypeOf', 'getOwnPropertyDescriptor'],
	...['getOwnPropertyDescriptors', 'defineProperty', 'defineProperties', 'mainModule', 'binding', '_linkedBinding', '_load'],
	...['prepareStackTrace', '__lookupGetter__', '__lookupSetter__', '__defineGetter__', '__defineSetter__', 'caller'],
	...['callee', 'arguments', 'getBuiltinModule', 'dlopen', 'execve', 'loadEnvFile', 'toString', 'valueOf', 'hasOwnProperty'],
	...['isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toJSON', 'then', 'length', 'name', 'json', 'item', 'first'],
	...['__isError', '__isObject', '__isArray', '__n8nType', '__sanitize', 'isProxy', 'process', 'require', 'global', 'this'],
	...['class', 'new', 'null', 'true', 'undefined', 'await', 'enum', 'function', 'let', 'constructors', 'isEmpty', 'round'],
];

const ODD_NAMES = [
	...['', ' ', '0', '-1', '1.0', 'a.b', 'a b', 'a-b', '$', '$$', '$id', '_', 'a$b', "it's", 'say "hi"', 'naïve', '電話', '😀'],
	...['a}}b', 'a{{b', '{', '}', 'a\nb', 'a\u2028b', 'a\\b', '\\', '"', "'", '`', 'my.constructor', 'b.round(', 'x.isEmpty()'],
	...['inherited', 'a/*b*/', '//', '</script>', '\u00a0', '\ufeff', '[0]', '=', '={{ 1 }}'],
];

/** Fields that hold the value under test in every item. */
const NAMES = ['text', 'other', ...SPECIAL_NAMES, ...ODD_NAMES];

const quoted = (quote: string) => NAMES.map((name) => `={{ $json[${quote}${name}${quote}] }}`);

/** What builders write most: paths of every depth, and their nearest relatives. */
const COMMON: string[] = [
	...['={{ $json.text }}', '={{ $json["text"] }}', "={{ $json['a b'] }}", '={{ $json.order }}', '={{ $json.order.customer }}'],
	...['={{ $json.order.customer.phone }}', '={{ $json["order"]["customer"].phone }}', '={{ $json.missing }}', '={{ $json.order.missing }}'],
	...['={{ $json.order.list }}', '={{ $json.order.list[0] }}', '={{ $json.text.length }}', '={{ $json?.text }}', '=Dear {{ $json.text }}'],
	...['={{ $json.text.trim() }}', '={{ $json }}'],
];

/** What only looks like a plain path, and every spelling of one. */
const UNCOMMON: string[] = [
	...NAMES.map((name) => `={{ $json.${name} }}`),
	...quoted('"'),
	...quoted("'"),
	...['={{ $json.order["customer"].phone }}', '={{ $json["order"].list }}', '={{ $json.order.list["0"] }}', '={{ $json.missing.far.away }}'],
	...['={{$json.text}}', '={{  $json.text\t}}', '={{\n$json.text\r\n}}', '={{\u00a0$json.text\ufeff}}', '={{ $json.text\u2028}}'],
	...['={{ $json; }}', '={{ $json.text; }}', '={{ ($json.text) }}', '={{ $json.text // end\n }}', '={{ $json . text }}'],
	...['={{ $json\n.text }}', '={{ $json[ "text" ] }}', '={{ $json[`text`] }}', '={{ $json["te" + "xt"] }}', '={{ $json["te\\x78t"] }}'],
	...['={{ $json.order?.customer?.phone }}', '={{ $json.text.isEmpty() }}', '={{ $json["b.round("].text }}', '={{ $json["x"]["b.round("] }}'],
	...['= {{ $json.text }}', '={{ $json.text }} ', '={{ $json.text }}\n', '={{ $json.text }}{{ $json.other }}', '={{ $json.text || "x" }}'],
	...['={{ $json.text', '=$json.text', '=={{ $json.text }}', '={{ }}', '={{}}', '=', '={{ $json. }}', '={{ $json.text.}}', '={{ $json[text] }}'],
	...['={{ $JSON.text }}', '={{ $json_text }}', '={{ $jsontext }}', '={{ json.text }}', '={{ $item.json.text }}', '={{ $input.item.json.text }}'],
	...['={{ $itemIndex }}', '={{ $binary.text }}', '={{ !$json.text }}', '={{ -$json.text }}', '={{ typeof $json.text }}', '={{{ $json.text }}}'],
	...['{{ $json.text }}', '$json.text', '', 'plain', '={{ $json.text}}}', '={{ delete $json.text }}', '={{ $json.text = 1 }}'],
];

/** Expressions and the items that each of them is tried on. */
export interface CorpusPart {
	name: string;
	expressions: string[];
	items: () => Array<Record<string, unknown>>;
}

/** Common expressions with every kind of value; every kind of expression with a few values. */
export const CORPUS: CorpusPart[] = [
	{ name: 'common expressions, every value', expressions: COMMON, items: everyItem },
	{ name: 'every expression, common values', expressions: UNCOMMON, items: commonItems },
];

function commonItems(): Array<Record<string, unknown>> {
	return [toItem('text'), toItem(-0), toItem({ deep: 1 }), {}];
}

/** Every field has one of the values; or the path breaks off at one of its steps. */
function everyItem(): Array<Record<string, unknown>> {
	const customers = [null, undefined, 'text', 7, true, [], ['phone'], {}, Object.create({ phone: 'inherited' }), new Date(0)];
	const partial = customers.flatMap((customer) => [{ text: 'x', order: { customer, list: customer } }, { order: customer }]);
	return [...VALUES.map(toItem), ...partial, {}, Object.create({ text: 'inherited' }), withGetter(), withoutPrototype()];
}

function toItem(value: unknown): Record<string, unknown> {
	const item: Record<string, unknown> = { order: { customer: { phone: value }, list: [value] } };
	for (const name of NAMES) {
		// Not by assignment, which would give the item another prototype where the name is `__proto__`.
		Object.defineProperty(item, name, { value, enumerable: true, configurable: true, writable: true });
	}
	return item;
}

function withGetter(): Record<string, unknown> {
	return Object.defineProperty({}, 'text', { get: () => 'computed', enumerable: true }) as Record<string, unknown>;
}

function withoutPrototype(): Record<string, unknown> {
	return Object.assign(Object.create(null) as Record<string, unknown>, { text: 'x' });
}

import { TemplateParameterError } from '../../../nodes/shared/cloudApi/templates/TemplateParameterError';
import { toFieldValues } from '../../../nodes/shared/cloudApi/templates/toFieldValues';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const numbered = readTemplate({
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
		{ type: 'BODY', text: 'For {{2}}: hello {{1}}!' },
	],
});
const named = readTemplate({
	parameter_format: 'NAMED',
	components: [{ type: 'BODY', text: 'See {{order_id}}, {{first_name}}.' }],
});
const twice = readTemplate({
	parameter_format: 'NAMED',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'For {{first_name}}' },
		{ type: 'BODY', text: 'Hello {{first_name}}!' },
	],
});
const code = readTemplate({
	category: 'AUTHENTICATION',
	components: [
		{ type: 'BODY', text: '*{{1}}* is your verification code.' },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] },
	],
});

describe('toFieldValues', () => {
	test.each([
		['an object by variable', named, { order_id: 1042, first_name: 'Ada' }, { body_order_id: 1042, body_first_name: 'Ada' }],
		['an object by field', numbered, { header_1: 7, body_2: 'you' }, { header_1: 7, body_2: 'you' }],
		['a number as the body\'s variable, not the header\'s', numbered, { 1: 'Ada', 2: 'you' }, { body_1: 'Ada', body_2: 'you' }],
		['a list by the numbers of the variables', numbered, ['Ada', 'you'], { body_1: 'Ada', body_2: 'you' }],
		['a list in the order of a named text', named, [1042, 'Ada'], { body_order_id: 1042, body_first_name: 'Ada' }],
		['a name that stands in header and body', twice, { first_name: 'Ada' }, { header_first_name: 'Ada', body_first_name: 'Ada' }],
		['a field before its name', twice, { header_first_name: 'you', first_name: 'Ada' }, { header_first_name: 'you', body_first_name: 'Ada' }],
		['the number of a one-time code', code, { 1: '123456' }, { code: '123456' }],
		['a one-time code in a list', code, ['123456'], { code: '123456' }],
	])('reads %s', (_case, template, given, expected) => {
		expect(toFieldValues(template, given)).toEqual(expected);
	});

	test.each([
		['names for numbers', numbered, { first_name: 'Ada' }, /has numbered variables: first_name/],
		['numbers for names', named, { 1: 'Ada' }, /has named variables: 1/],
		['a stranger', named, { order_id: 1, colour: 'red' }, /do not belong to the template 'order_update': colour/],
		['a list that is too short', named, ['Ada'], /has 1 values, and the body of the template 'order_update' has 2 variables/],
		['a text', named, 'Ada', /neither an object nor a list/],
		['nothing that is one', named, 5, /neither an object nor a list/],
	])('refuses %s', (_case, template, given, words) => {
		expect(() => toFieldValues(template, given)).toThrow(TemplateParameterError);
		expect(() => toFieldValues(template, given)).toThrow(words);
	});

	test('does not take the prototype of an object for a field', () => {
		expect(() => toFieldValues(named, { toString: 'x' })).toThrow(/toString/);
	});
});

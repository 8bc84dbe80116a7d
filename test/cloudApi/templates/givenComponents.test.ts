import { DateTime } from 'luxon';

import { TemplateParameterError } from '../../../nodes/shared/cloudApi/templates/TemplateParameterError';
import { toTemplateMessage } from '../../../nodes/shared/cloudApi/templates/toTemplateMessage';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const NOW = DateTime.fromISO('2026-11-24T12:00:00.000Z', { zone: 'utc' });
const text = (value: string, name?: string) => ({ type: 'text', ...(name !== undefined && { parameter_name: name }), text: value });
const body = { type: 'BODY', text: 'Hello {{1}}.' };
const template = readTemplate({
	components: [body, { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }, { type: 'COPY_CODE', text: 'Copy' }] }],
});
const named = readTemplate({ parameter_format: 'NAMED', components: [{ type: 'BODY', text: 'Hello {{first_name}}.' }] });
const make = (components: unknown, values: Record<string, unknown> = {}, of = template) =>
	toTemplateMessage(of, { now: NOW, values, components });

describe('components written as JSON', () => {
	test('take the place of what the form would send, and the rest stays', () => {
		const { payload, renderedText } = make({ type: 'BODY', parameters: [text('Ada')] }, { button_2_code: '25OFF' });

		expect(payload.template.components).toEqual([
			{ type: 'button', sub_type: 'copy_code', index: '1', parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }] },
			{ type: 'BODY', parameters: [text('Ada')] },
		]);
		expect(renderedText).toBe('Hello Ada.\n\n[Yes]\n[Copy: 25OFF]');
	});

	test('may name a button by a number', () => {
		const coupon = { type: 'button', sub_type: 'copy_code', index: 1, parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }] };

		expect(make([coupon], { body_1: 'Ada' }).renderedText).toBe('Hello Ada.\n\n[Yes]\n[Copy: 25OFF]');
	});

	test('show what a currency and a date fall back to', () => {
		const price = { type: 'currency', currency: { fallback_value: '10 EUR', code: 'EUR', amount_1000: 10_000 } };

		expect(make([{ type: 'body', parameters: [price] }], { button_2_code: 'A' }).renderedText).toContain('Hello 10 EUR.');
	});

	test('are the way for what nobody knows yet', () => {
		const quiz = readTemplate({ components: [{ type: 'BODY', text: 'Guess!' }, { type: 'QUIZ' }] });
		const component = { type: 'quiz', parameters: [{ type: 'answer', answer: 3 }] };

		expect(make([component], {}, quiz).payload.template.components).toEqual([component]);
	});

	test.each([
		['a text', 'body', template, /is not a list of components/],
		['a list of texts', ['body'], template, /is not a list of components/],
		['a component without a type', [{ parameters: [] }], template, /is not a list of components/],
		['two for one place', [{ type: 'body', parameters: [text('a')] }, { type: 'BODY', parameters: [text('b')] }], template, /two components for one place: body/],
		['a button that is not there', [{ type: 'button', sub_type: 'url', index: '2', parameters: [] }], template, /is for button 2, and the template 'order_update' has 2 buttons/],
		['a header that is not there', [{ type: 'header', parameters: [text('x')] }], template, /is for a header, and the template 'order_update' has none/],
		['a carousel that is not there', [{ type: 'carousel', cards: [] }], template, /is for a carousel/],
		['too few values', [{ type: 'body', parameters: [] }], template, /0 parameters for the body.*has 1 variables there/],
		['names for numbers', [{ type: 'body', parameters: [text('Ada', 'first_name')] }], template, /numbered variables/],
		['numbers for names', [{ type: 'body', parameters: [text('Ada')] }], named, /named variables: first_name/],
		['other names', [{ type: 'body', parameters: [text('Ada', 'last_name')] }], named, /named variables: first_name/],
	])('are refused when they are %s', (_case, components, of, words) => {
		expect(() => make(components, {}, of)).toThrow(TemplateParameterError);
		expect(() => make(components, {}, of)).toThrow(words);
	});
});

import fc from 'fast-check';
import { DateTime } from 'luxon';

import { InvalidInputError } from '../../../nodes/shared/domain/InvalidInputError';
import type { MessageTemplate } from '../../../nodes/shared/cloudApi/templates/MessageTemplate';
import { TemplateParameterError } from '../../../nodes/shared/cloudApi/templates/TemplateParameterError';
import { toTemplateFields } from '../../../nodes/shared/cloudApi/templates/toTemplateFields';
import { toTemplateMessage as make } from '../../../nodes/shared/cloudApi/templates/toTemplateMessage';
import { templateCorpus } from '../../fixtures/templates/corpus';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const NOW = DateTime.fromISO('2026-11-24T12:00:00.000Z', { zone: 'utc' });

function template(bodyText: string, options: { headerText?: string; format?: string } = {}): MessageTemplate {
	const header = { type: 'HEADER', format: 'TEXT', text: options.headerText };
	return readTemplate({
		parameter_format: options.format ?? 'POSITIONAL',
		components: [...(options.headerText === undefined ? [] : [header]), { type: 'BODY', text: bodyText }],
	});
}

const toTemplateMessage = (definition: MessageTemplate, values: Record<string, unknown>, more: object = {}) =>
	make(definition, { now: NOW, values, ...more });

const caught = (run: () => unknown): unknown => {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
};

describe('toTemplateMessage', () => {
	test.each(templateCorpus.map((each) => [each.title, each] as const))('makes %s as Meta documents it', (_title, each) => {
		const { payload, renderedText } = toTemplateMessage(readTemplate(each.template), each.values);

		expect(payload.template.components).toEqual(each.components);
		expect(renderedText).toBe(each.text);
	});

	test('sends the values of header and body in the order of their numbers', () => {
		const definition = template('For {{2}}: hello {{1}}, bye {{2}}.', { headerText: 'Order {{1}}' });
		const { payload, renderedText } = toTemplateMessage(definition, { body_1: 'Ada', body_2: 'you', header_1: '1042' });

		expect(payload).toEqual({
			type: 'template',
			template: {
				name: 'order_update',
				language: { code: 'en_US' },
				components: [
					{ type: 'header', parameters: [{ type: 'text', text: '1042' }] },
					{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }, { type: 'text', text: 'you' }] },
				],
			},
		});
		expect(renderedText).toBe('Order 1042\n\nFor you: hello Ada, bye you.');
	});

	test('names the parameters of a named template', () => {
		const definition = template('Hello {{first_name}}, see {{order_id}}.', { format: 'NAMED' });
		const { payload } = toTemplateMessage(definition, { body_order_id: '1042', body_first_name: 'Ada' });

		expect(payload.template.components).toEqual([
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'first_name', text: 'Ada' },
					{ type: 'text', parameter_name: 'order_id', text: '1042' },
				],
			},
		]);
	});

	test('sends no components for a template without variables', () => {
		const { payload, renderedText } = toTemplateMessage(template('Hello.', { headerText: 'Shop' }), {});

		expect(payload.template).toEqual({ name: 'order_update', language: { code: 'en_US' } });
		expect(renderedText).toBe('Shop\n\nHello.');
	});

	test('does not fill a value that looks like a placeholder', () => {
		const { renderedText } = toTemplateMessage(template('A {{1}} B {{2}} C'), { body_1: '{{2}}', body_2: '$& $1' });

		expect(renderedText).toBe('A {{2}} B $& $1 C');
	});

	test('writes numbers out, and takes null for no value', () => {
		const values = { body_1: 0, body_2: null };

		expect(toTemplateMessage(template('You owe {{1}} now'), values).renderedText).toBe('You owe 0 now');
	});

	test.each(['PENDING', 'PAUSED', 'REJECTED', 'DISABLED', 'SOMETHING_NEW'])('refuses the state %s', (status) => {
		const error = caught(() => toTemplateMessage({ ...template('Hello.'), status }, {}));

		expect(error).toBeInstanceOf(TemplateParameterError);
		expect(error).toBeInstanceOf(InvalidInputError);
		expect(error).toMatchObject({ parameter: 'Template' });
		expect((error as Error).message).toContain(`its state is ${status}`);
	});

	test('refuses parts it does not know, and names them', () => {
		const definition = { ...template('Hello.'), unknownParts: ['a component of the kind QUIZ', 'a button of the kind MAGIC'] };

		expect(() => toTemplateMessage(definition, {})).toThrow(
			"The template 'order_update' (en_US) has a component of the kind QUIZ and a button of the kind MAGIC, " +
				'which this node does not know, so nothing was sent.',
		);
	});

	test.each([
		['nothing', {}, 'is empty'],
		['undefined', { body_1: undefined }, 'is empty'],
		['an empty text', { body_1: '' }, 'is empty'],
		['white space', { body_1: ' \n ' }, 'is empty'],
		['an object', { body_1: { text: 'Ada' } }, 'is not text'],
		['a list', { body_1: ['Ada'] }, 'is not text'],
		['a line feed', { body_1: 'Ada\nDoe' }, 'line break'],
		['a carriage return', { body_1: 'Ada\rDoe' }, 'line break'],
		['a tab', { body_1: 'Ada\tDoe' }, 'line break'],
		['4 spaces', { body_1: 'Ada    Doe' }, 'line break'],
	])('refuses %s as a value and names the field', (_case, values, problem) => {
		const error = caught(() => toTemplateMessage(template('Hello {{1}}, how are you?'), values));

		expect(error).toBeInstanceOf(TemplateParameterError);
		expect(error).toMatchObject({ parameter: '1: Hello …, how are you?' });
		expect((error as Error).message).toContain(problem);
		expect((error as Error).message).not.toMatch(/Ada|Doe/);
	});

	test('does not find a value in the prototype of the values', () => {
		expect(() => toTemplateMessage(template('Hi {{1}}!'), Object.create({ body_1: 'Ada' }) as object as never)).toThrow(TemplateParameterError);
	});

	test('allows 3 spaces in a row', () => {
		expect(toTemplateMessage(template('Hi {{1}}!'), { body_1: 'a   b' }).renderedText).toBe('Hi a   b!');
	});

	test('refuses values that belong to no variable, and names them', () => {
		expect(() => toTemplateMessage(template('Hi {{1}}!'), { body_1: 'a', body_2: 'b', header_1: 'c' })).toThrow(
			"The template 'order_update' has no variable for: body_2, header_1",
		);
	});

	test.each([
		['body', { body_1: 'x'.repeat(1021) }, false],
		['body', { body_1: 'x'.repeat(1022) }, true],
	])('judges a %s at its limit of 1024 characters', (_part, values, isTooLong) => {
		const run = () => toTemplateMessage(template('Hi {{1}}'), values);

		if (isTooLong) expect(run).toThrow('becomes 1025 characters long with these values; WhatsApp allows 1024.');
		else expect(run().renderedText).toHaveLength(1024);
	});

	test.each([
		[57, false],
		[58, true],
	])('judges a header at its limit of 60 characters, value of %i', (length, isTooLong) => {
		const definition = template('Hello.', { headerText: 'Hi {{1}}' });
		const run = () => toTemplateMessage(definition, { header_1: 'x'.repeat(length) });

		if (isTooLong) expect(run).toThrow(TemplateParameterError);
		else expect(run().renderedText).toMatch(/^Hi x{57}\n\nHello\.$/);
	});

	test('names the longest value when a body becomes too long', () => {
		const definition = template('Short {{1}} and long {{2}} here');
		const error = caught(() => toTemplateMessage(definition, { body_1: 'a', body_2: 'x'.repeat(2000) }));

		expect(error).toMatchObject({ parameter: toTemplateFields(definition)[1]?.label });
	});
});

describe('toTemplateMessage, for any template', () => {
	const words = fc.stringMatching(/^[A-Za-zäß,.!? 您]{1,12}$/);
	const value = fc.stringMatching(/^[A-Za-z0-9äß€$&.]{1,20}$/);
	const names = (format: string) =>
		format === 'NAMED'
			? fc.uniqueArray(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), { maxLength: 8 })
			: fc.nat(8).map((count) => Array.from({ length: count }, (_, index) => String(index + 1)));
	const definition = fc.constantFrom('NAMED', 'POSITIONAL').chain((format) =>
		fc.record({
			format: fc.constant(format),
			occurrences: names(format).chain((all) => fc.shuffledSubarray([...all, ...all], { minLength: 0 })),
			header: fc.option(words, { nil: undefined }),
			hasHeaderVariable: fc.boolean(),
			words: fc.array(words, { minLength: 17, maxLength: 17 }),
			values: fc.array(value, { minLength: 10, maxLength: 10 }),
		}),
	);

	test('there is one value for each variable, and no placeholder is left', () => {
		fc.assert(
			fc.property(definition, ({ format, occurrences, header, hasHeaderVariable, words: around, values }) => {
				const text = `Dear ${occurrences.map((name, index) => `${around[index]}{{${name}}}`).join('')} bye`;
				const headerName = format === 'NAMED' ? 'title' : '1';
				const headerText = header && (hasHeaderVariable ? `${header}{{${headerName}}}.` : header);
				const read = template(text, { format, headerText });
				const fields = toTemplateFields(read);
				const given = Object.fromEntries(fields.map(({ id }, index) => [id, values[index] ?? 'x']));
				const { payload, renderedText } = toTemplateMessage(read, given);
				const parameters = (payload.template.components ?? []).flatMap((component) =>
					'parameters' in component ? component.parameters : [],
				);

				const expected = new Set(occurrences).size + (header && hasHeaderVariable ? 1 : 0);
				expect(fields).toHaveLength(expected);
				expect(parameters).toHaveLength(expected);
				expect(parameters.every((parameter) => 'parameter_name' in parameter === (format === 'NAMED'))).toBe(true);
				expect(renderedText).not.toMatch(/\{\{|\}\}/);
				for (const parameter of parameters) expect(renderedText).toContain(String(parameter.text));
			}),
		);
	});
});

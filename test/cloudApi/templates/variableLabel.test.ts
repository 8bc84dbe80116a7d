import { variableLabel } from '../../../nodes/shared/cloudApi/templates/variableLabel';
import { parseTemplateText } from '../../../nodes/shared/cloudApi/templates/parseTemplateText';

describe('variableLabel', () => {
	const label = (text: string, index = 0) => {
		const variable = parseTemplateText('body', text, undefined).variables[index];
		return variable && variableLabel(variable);
	};

	test('shows the words around the variable', () => {
		expect(label('Hello {{1}}, this is a reminder of your visit')).toBe('1: Hello …, this is a');
		expect(label('Hello {{1}}, order {{2}} is ready', 1)).toBe('2: order … is ready');
	});

	test('says where the variable is', () => {
		const [variable] = parseTemplateText('header', 'Order {{1}}', undefined).variables;

		expect(variable && variableLabel(variable, 'Header ')).toBe('Header 1: Order …');
	});

	test.each([
		['a short text', 'See {{1}}!'],
		['long words', `${'x'.repeat(300)} {{1}} ${'y'.repeat(300)}`],
		['a script without spaces', `${'您'.repeat(100)}{{1}}${'好'.repeat(100)}`],
		['emoji', `${'👩‍👩‍👧'.repeat(30)} {{1}} ${'😀'.repeat(60)}`],
		['a long name', `Hello {{${'n'.repeat(100)}}} there`],
		['line breaks', 'Dear\n\n{{1}}\n\nyour visit'],
	])('stays within 60 characters and one line for %s', (_case, text) => {
		const words = label(text) ?? '';

		expect(Array.from(words).length).toBeLessThanOrEqual(60);
		expect(words).toMatch(/^[1n]/);
		expect(words).not.toMatch(/[\r\n]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
	});
});

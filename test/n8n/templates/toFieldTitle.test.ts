import type { TemplateField } from '../../../nodes/shared/cloudApi/templates/TemplateField';
import { toFieldTitle } from '../../../nodes/shared/n8n/templates/toFieldTitle';

const field = (label: string, more: Partial<TemplateField> = {}): TemplateField => ({ id: 'x', label, example: '', kind: 'text', isRequired: true, ...more });

describe('the title of a field in the form of a template', () => {
	it.each([
		['a number', field('2: your visit at … o\'clock', { example: '10:00' }), "2 (e.g. 10:00): your visit at … o'clock"],
		['a name', field('first_name: Hello …', { example: 'Ada' }), 'first_name (e.g. Ada): Hello …'],
		['a place and a number', field('Header 1: Order …', { example: '1042' }), 'Header 1 (e.g. 1042): Order …'],
		['a button', field('Button 1 link end: "Track: now"', { example: 'JD0001' }), 'Button 1 link end (e.g. JD0001): "Track: now"'],
		['a file', field('Header image', { hint: 'link, media ID or file field' }), 'Header image (link, media ID or file field)'],
		['a field with a hint and an example, which says the hint', field('Button 1 link end: "Go"', { example: '7', hint: 'e.g. 7, what follows https://a' }), 'Button 1 link end (e.g. 7, what follows https://a): "Go"'],
		['a field without either', field('Offer end: "Spring"'), 'Offer end: "Spring"'],
		['an example that has a colon itself', field('1: at …', { example: 'at: noon' }), '1 (e.g. at: noon): at …'],
	])('has the example of %s right behind its name', (_, given, title) => {
		expect(toFieldTitle(given)).toBe(title);
	});

	it('shows the example within the 22 characters that the editor leaves of a label', () => {
		expect(toFieldTitle(field('2: your appointment on … at …', { example: '10:00' })).slice(0, 22)).toContain('e.g. 10:00');
	});
});

import { toTemplateFields } from '../../../nodes/shared/cloudApi/templates/toTemplateFields';
import { toFieldTitle } from '../../../nodes/shared/n8n/templates/toFieldTitle';
import { toTemplateHtml } from '../../../nodes/shared/n8n/templates/toTemplateHtml';
import { templateCorpus } from '../../fixtures/templates/corpus';
import { readTemplate } from '../../fixtures/templates/readTemplate';

const body = (text: string, ...examples: string[]) => ({ type: 'BODY', text, ...(examples.length > 0 && { example: { body_text: [examples] } }) });

describe('a template as HTML for a notice', () => {
	it('is the text as the person reads it, with the variables in bold', () => {
		const template = readTemplate({
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
				body('Hello {{1}},\nit comes on {{2}}.', 'Ada', 'Monday'),
				{ type: 'FOOTER', text: 'Example Shop' },
				{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Change' }, { type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}', example: ['https://shop.example/7'] }] },
			],
		});
		expect(toTemplateHtml(template)).toBe(
			'Order <b>{{Header 1}}</b><br><br>Hello <b>{{1}}</b>,<br>it comes on <b>{{2}}</b>.<br><br>Example Shop<br><br>[Change]<br>[Track: https://shop.example/<b>{{Button 2 link end}}</b>]',
		);
	});

	it('shows no markup of the template, and no script', () => {
		expect(toTemplateHtml(readTemplate({ components: [body('<img src=x onerror="alert(1)"> & {{1}}', "<b>'")] }))).toBe(
			'&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; <b>{{1}}</b>',
		);
	});

	it.each(templateCorpus.map(({ template }) => [template.name, template]))('of %s marks texts by the names that their fields have', (_, definition) => {
		const template = readTemplate({ ...definition });
		const marks = [...toTemplateHtml(template).matchAll(/<b>\{\{(.+?)\}\}<\/b>/g)].map(([, name]) => name ?? '');
		const titles = toTemplateFields(template).map(toFieldTitle);
		for (const name of marks) expect(titles).toContainEqual(expect.stringMatching(new RegExp(`^${name}( \\(|: |$)`)));
		const texts = toTemplateFields(template).filter(({ kind }) => kind === 'text');
		expect(marks.length).toBeGreaterThanOrEqual(texts.length);
	});
});

import { TEMPLATE_LANGUAGES } from '../../../nodes/shared/cloudApi/templates/draft/templateLanguages';

describe('TEMPLATE_LANGUAGES', () => {
	it('names each language as Node does in English, in the order of the names', () => {
		const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
		const listed = [...TEMPLATE_LANGUAGES];
		expect(listed).toEqual(listed.map(([code]) => [code, names.of(code.replace('_', '-'))]));
		expect(listed).toEqual([...listed].sort(([, one], [, other]) => one.localeCompare(other, 'en')));
	});
});

import type { INodePropertyOptions } from 'n8n-workflow';

import { TEMPLATE_LANGUAGES } from '../../../shared/cloudApi/templates/draft/templateLanguages';

const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

/** Meta's languages in words, for example `Portuguese (Brazil) (pt_BR)`, by their names. */
export const languageOptions: INodePropertyOptions[] = TEMPLATE_LANGUAGES.map((code) => ({
	name: `${names.of(code.replace('_', '-'))} (${code})`,
	value: code,
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

import type { INodePropertyOptions } from 'n8n-workflow';

import { TEMPLATE_LANGUAGES } from '../../../shared/cloudApi/templates/draft/templateLanguages';

/** Meta's languages in words, for example `Portuguese (Brazil) (pt_BR)`, by their names. */
export const languageOptions: INodePropertyOptions[] = [...TEMPLATE_LANGUAGES].map(([code, name]) => ({ name: `${name} (${code})`, value: code }));

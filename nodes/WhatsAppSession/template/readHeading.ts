import { CHECKOUT_TEXT, REVIEW_TEXT } from '../../shared/cloudApi/templates/draft/buttonWords';
import { checkTemplateName } from '../../shared/cloudApi/templates/draft/checkTemplateName';
import type { DraftButton } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import type { TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import { readMessageTtl } from './readMessageTtl';
import { readSettings } from './readSettings';
import type { TemplateRun } from './TemplateRun';
import { toWord } from './toWord';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

/** What a new template is called and filed under: all of it but its components. */
export type TemplateHeading = Omit<TemplateCreation, 'components'> & {
	parameter_format: 'POSITIONAL' | 'NAMED';
	/** Further languages that it is written in as well; empty for none. */
	furtherLanguages: string[];
};

/**
 * Reads what a new template is called and filed under.
 *
 * @throws {InvalidInputError} when Meta would refuse one of it; names the field as the form shows it
 */
export function readHeading(run: TemplateRun, itemIndex: number): TemplateHeading {
	const { read } = run;
	const name = toWord(read('name', itemIndex, ''));
	checkTemplateName(name);
	const language = readLanguage('Language', read('language', itemIndex, ''));
	const category = toWord(read('category', itemIndex, '')).toUpperCase();
	if (!CATEGORIES.includes(category)) throw refusal('Category', category, 'Give MARKETING, UTILITY or AUTHENTICATION.');
	const subCategory = readSubCategory(run, itemIndex);
	return {
		name,
		language,
		category,
		parameter_format: read('parameterFormat', itemIndex, 'POSITIONAL') === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		...(readSwitch(read, 'options.allowCategoryChange', 'Allow Category Change', itemIndex) && { allow_category_change: true }),
		...readMessageTtl(run, itemIndex, category),
		...readSettings(run, itemIndex, category),
		...(subCategory !== undefined && { sub_category: subCategory }),
		furtherLanguages: readFurtherLanguages(run, itemIndex, category).filter((further) => further !== language),
	};
}

/**
 * What Meta files a template under because of its buttons: one that an order is paid by says so in Brazil always, in India
 * where it is marketing, and not where it is Meta's checkout for one product.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orderdetailstemplate (read 2026-11-27)
 */
export function toDisplayFormat(category: string, buttons: DraftButton[]): Pick<TemplateCreation, 'display_format'> {
	const text = buttons.find(({ type }) => type === 'ORDER_DETAILS')?.text;
	const needsNone = text === undefined || text === CHECKOUT_TEXT || (text === REVIEW_TEXT && category === 'UTILITY');
	return needsNone ? {} : { display_format: 'ORDER_DETAILS' };
}

function readSubCategory({ read }: TemplateRun, itemIndex: number): string | undefined {
	const given = toWord(read('options.subCategory', itemIndex, '')).toUpperCase();
	if (given === '') return undefined;
	if (/^[A-Z]+(_[A-Z]+)*$/.test(given)) return given;
	throw refusal('Sub-Category', given, 'Give it as Meta writes it, for example ORDER_STATUS.');
}

function readFurtherLanguages({ read }: TemplateRun, itemIndex: number, category: string): string[] {
	const given = read('options.furtherLanguages', itemIndex, []);
	const list: unknown[] = Array.isArray(given) ? given : [given];
	const languages = list.filter((each) => toWord(each) !== '').map((each) => readLanguage('Further Languages', each));
	if (languages.length === 0 || category === 'AUTHENTICATION') return languages;
	throw new InvalidInputError(
		'Further Languages',
		`'Further Languages' is for authentication templates, whose text is WhatsApp's own; this one is ${category.toLowerCase()}.`,
		'Take the option out, and run the node with one item for each language, with the text in that language.',
	);
}

function readLanguage(parameter: string, given: unknown): string {
	const language = toWord(given);
	if (/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) return language;
	throw refusal(parameter, language, 'Pick one from the list, or give a code as Meta writes it, for example en_US.');
}

function refusal(parameter: string, value: string, advice: string): InvalidInputError {
	const words = value === '' ? 'is empty.' : `is not one that WhatsApp knows: ${value.slice(0, 40)}`;
	return new InvalidInputError(parameter, `'${parameter}' ${words}`, advice);
}

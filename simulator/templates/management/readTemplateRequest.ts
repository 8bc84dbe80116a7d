import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import type { TemplateDraft } from '../TemplateDraft.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import { checkComponents } from './checkComponents.ts';
import { readComponents } from './readComponents.ts';
import { readTemplateSettings } from './readTemplateSettings.ts';
import { templateLanguages } from './templateLanguages.ts';
import { templateProblem } from './templateProblem.ts';
import type { TemplateRules } from './TemplateRules.ts';
import { toAuthenticationComponents } from './toAuthenticationComponents.ts';

const MONTH_SECONDS = 2_592_000;
const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
// What a template has without one is CUSTOM (reference/whatsapp-business-account/message-template-api, read 2026-09-11).
const SUB_CATEGORIES = [
	'CUSTOM', 'BOOKING_STATUS', 'CALL_PERMISSIONS_REQUEST', 'FLIGHT_DELAY_AND_GATE_CHANGE_ALERT', 'FRAUD_ALERT', 'ORDER_DETAILS', 'ORDER_STATUS',
	'RICH_ORDER_STATUS',
];

/** Shortest and longest time to deliver, in seconds, and whether -1 (30 days) may be asked for. */
const TIMES_TO_LIVE: Readonly<Record<string, { least: number; most: number; mayBeMonth: boolean }>> = {
	AUTHENTICATION: { least: 30, most: 900, mayBeMonth: true },
	UTILITY: { least: 30, most: 43_200, mayBeMonth: true },
	MARKETING: { least: 43_200, most: MONTH_SECONDS, mayBeMonth: false },
};

/**
 * Reads a new template and checks it as Meta does before the review.
 *
 * @param hasSample - says whether a handle is that of an uploaded sample
 * @returns the template in review, with its components as Meta lists them
 * @throws {GraphError} 100 with the subcode of what is wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function readTemplateRequest(
	body: JsonObject,
	hasSample: TemplateRules['hasSample'],
): TemplateDraft & { language: string } {
	const { name, language } = body;
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) {
		throw templateProblem('other', 'The name has 1 to 512 lowercase letters, digits and underscores.');
	}
	if (typeof language !== 'string' || !templateLanguages.has(language)) {
		throw templateProblem('other', `There is no template language "${String(language)}".`);
	}
	const category = readCategory(body.category);
	const format = readFormat(body.parameter_format);
	const ttl = readTimeToLive(body.message_send_ttl_seconds, category);
	const subCategory = readSubCategory(body.sub_category);
	return {
		name,
		language,
		category,
		status: 'PENDING',
		parameter_format: format,
		components: readAndCheck(body.components, { category, subCategory, isNamed: format === 'NAMED', hasSample }),
		...(subCategory !== undefined && { sub_category: subCategory }),
		...(ttl !== undefined && { message_send_ttl_seconds: ttl }),
		...readTemplateSettings(body, category),
	};
}

function readAndCheck(value: unknown, rules: TemplateRules): TemplateDefinition['components'] {
	if (!Array.isArray(value)) throw new GraphError(100, { message: '(#100) The parameter components is required.' });
	const components = readComponents(value);
	if (rules.category === 'AUTHENTICATION') return toAuthenticationComponents(components);
	checkComponents(components, rules);
	return components;
}

function readCategory(value: unknown): string {
	const category = CATEGORIES.find((known) => known === String(value).toUpperCase());
	if (category) return category;
	throw new GraphError(100, { message: `(#100) Param category must be one of {${CATEGORIES.join(', ')}}` });
}

function readSubCategory(value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const word = String(value).toUpperCase();
	if (SUB_CATEGORIES.includes(word)) return word;
	throw new GraphError(100, { message: `(#100) Param sub_category must be one of {${SUB_CATEGORIES.join(', ')}}` });
}

function readFormat(value: unknown): TemplateDefinition['parameter_format'] {
	const format = String(value ?? 'POSITIONAL').toUpperCase();
	if (format === 'POSITIONAL' || format === 'NAMED') return format;
	throw new GraphError(100, { message: '(#100) Param parameter_format must be one of {POSITIONAL, NAMED}' });
}

function readTimeToLive(value: unknown, category: string): number | undefined {
	if (value === undefined) return undefined;
	const limits = TIMES_TO_LIVE[category];
	const isMonth = value === -1 && limits?.mayBeMonth === true;
	if (typeof value === 'number' && limits && (isMonth || (value >= limits.least && value <= limits.most))) return value;
	const range = `${limits?.least} to ${limits?.most}`;
	throw templateProblem('other', `message_send_ttl_seconds of ${category} templates is from ${range}.`);
}

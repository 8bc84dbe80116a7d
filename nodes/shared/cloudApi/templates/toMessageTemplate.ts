import { isRecord } from '../../domain/isRecord';
import { toGraphText } from '../client/toGraphText';
import type { MessageTemplate, TemplateHeader, TemplateOffer, TemplateSection } from './MessageTemplate';
import { parseTemplateText } from './parseTemplateText';
import { toTemplateButton } from './toTemplateButton';
import { toUnknownParts } from './toUnknownParts';

type Json = Record<string, unknown>;

// What Meta writes into every authentication template; its list does not always repeat it.
const CODE_BODY = '*{{1}}* is your verification code.';

/**
 * Reads one item of Meta's list of templates.
 *
 * @returns undefined when it lacks what every template has: ID, name, language, state and a body with a text
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function toMessageTemplate(raw: unknown): MessageTemplate | undefined {
	if (!isRecord(raw) || !Array.isArray(raw.components)) return undefined;
	const components: Json[] = raw.components.filter(isRecord);
	const [id, name, language, status] = [raw.id, raw.name, raw.language, raw.status].map(toGraphText);
	const category = (toText(raw.category) ?? '').toUpperCase();
	const section = toSection(components, category === 'AUTHENTICATION' ? CODE_BODY : undefined);
	const { body } = section;
	if (!id || !name || !language || !status || !body) return undefined;

	const footer = toFooter(findComponent(components, 'FOOTER'));
	const offer = toOffer(findComponent(components, 'LIMITED_TIME_OFFER')?.limited_time_offer);
	const rejectedReason = toText(raw.rejected_reason);
	const subCategory = toText(raw.sub_category)?.toUpperCase();
	const libraryName = toGraphText(raw.library_template_name);
	return {
		id,
		name,
		language,
		status: status.toUpperCase(),
		category,
		...(subCategory !== undefined && subCategory !== 'CUSTOM' && { subCategory }),
		quality: toQuality(raw.quality_score),
		...(rejectedReason !== undefined && rejectedReason !== 'NONE' && { rejectedReason }),
		...(libraryName !== undefined && { libraryName }),
		parameterFormat: toParameterFormat(raw.parameter_format, section),
		...section,
		body,
		...(footer !== undefined && { footer }),
		...(offer !== undefined && { offer }),
		cards: toList(findComponent(components, 'CAROUSEL')?.cards).map((card) => toSection(toList(card.components))),
		unknownParts: toUnknownParts(components),
	};
}

function toSection(components: Json[], bodyByDefault?: string): TemplateSection {
	const header = findComponent(components, 'HEADER');
	const body = findComponent(components, 'BODY');
	const bodyText = toText(body?.text) ?? (body && bodyByDefault);
	return {
		...(header && { header: toHeader(header) }),
		...(bodyText !== undefined && { body: parseTemplateText('body', bodyText, body?.example) }),
		buttons: toList(findComponent(components, 'BUTTONS')?.buttons).map(toTemplateButton),
	};
}

function toHeader(header: Json): TemplateHeader {
	const format = (toText(header.format) ?? 'TEXT').toUpperCase();
	if (format !== 'TEXT') return { format };
	return { format, text: parseTemplateText('header', toText(header.text) ?? '', header.example) };
}

function toFooter(footer: Json | undefined): string | undefined {
	const minutes = footer?.code_expiration_minutes;
	return toText(footer?.text) ?? (typeof minutes === 'number' ? `This code expires in ${minutes} minutes.` : undefined);
}

function toOffer(offer: unknown): TemplateOffer | undefined {
	if (!isRecord(offer)) return undefined;
	return { text: toText(offer.text) ?? '', expires: offer.has_expiration === true };
}

function toQuality(score: unknown): string {
	return (toText(isRecord(score) ? score.score : score) ?? 'UNKNOWN').toUpperCase();
}

// Older answers lack the format; a name that is not a number can only belong to a named template.
function toParameterFormat(format: unknown, { header, body }: TemplateSection): MessageTemplate['parameterFormat'] {
	const listed = toText(format)?.toUpperCase();
	if (listed === 'NAMED' || listed === 'POSITIONAL') return listed;
	const variables = [...(header?.text?.variables ?? []), ...(body?.variables ?? [])];
	return variables.some(({ name }) => !/^\d+$/.test(name)) ? 'NAMED' : 'POSITIONAL';
}

function findComponent(components: Json[], type: string): Json | undefined {
	return components.find((item) => toText(item.type)?.toUpperCase() === type);
}

function toList(value: unknown): Json[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

import { isRecord } from '../isRecord';
import type { MessageTemplate } from './MessageTemplate';
import { toTemplateVariables } from './toTemplateVariables';
import { toUnsupportedParts } from './toUnsupportedParts';

/**
 * Reads one item of Meta's list of templates.
 *
 * @returns undefined when it lacks what every template has: ID, name, language, state and a body with a text
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export function toMessageTemplate(raw: unknown): MessageTemplate | undefined {
	if (!isRecord(raw) || !Array.isArray(raw.components)) return undefined;
	const components: unknown[] = raw.components;
	const [id, name, language, status] = [raw.id, raw.name, raw.language, raw.status].map(toText);
	const header = findComponent(components, 'HEADER');
	const body = findComponent(components, 'BODY');
	const bodyText = toText(body?.text);
	if (!id || !name || !language || !status || !bodyText) return undefined;

	const headerText = toText(header?.text);
	const variables = [
		...toTemplateVariables('header', headerText ?? '', header?.example),
		...toTemplateVariables('body', bodyText, body?.example),
	];
	return {
		id,
		name,
		language,
		status: status.toUpperCase(),
		category: (toText(raw.category) ?? '').toUpperCase(),
		parameterFormat: toParameterFormat(raw.parameter_format, variables),
		bodyText,
		...(headerText === undefined ? {} : { headerText }),
		variables,
		unsupportedParts: toUnsupportedParts(components),
	};
}

function findComponent(components: unknown[], type: string): Record<string, unknown> | undefined {
	return components.filter(isRecord).find((item) => toText(item.type)?.toUpperCase() === type);
}

// Older answers lack the format; a name that is not a number can only belong to a named template.
function toParameterFormat(format: unknown, variables: Array<{ name: string }>): MessageTemplate['parameterFormat'] {
	if (format === 'NAMED' || format === 'POSITIONAL') return format;
	return variables.some(({ name }) => !/^\d+$/.test(name)) ? 'NAMED' : 'POSITIONAL';
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

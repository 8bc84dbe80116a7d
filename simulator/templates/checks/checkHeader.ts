import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { checkTextParameters } from '../checkTextParameters.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';
import { parametersFor } from './parametersFor.ts';
import type { SentSection } from './SentTemplate.ts';

const HEADER_CHARACTERS = 60;
const MEDIA = new Set(['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT']);

/**
 * Checks what was sent for a header.
 *
 * @throws {GraphError} 132000 for a wrong number of parameters, 132012 for a wrong kind, 131008 for a
 * missing product, 131009 for a file or a place that cannot be
 */
export function checkHeader(header: TemplateComponent | undefined, section: SentSection): void {
	const { components, isNamed } = section;
	const parameters = parametersFor(components, 'header');
	const format = header?.format ?? 'TEXT';
	if (format === 'TEXT') {
		const text = header?.text ?? '';
		checkTextParameters({ component: 'header', text, parameters, isNamed, mostCharacters: HEADER_CHARACTERS });
		return;
	}
	const [parameter] = parameters;
	if (parameter === undefined && format === 'PRODUCT') {
		throw new GraphError(131008, { details: 'header: product is missing' });
	}
	if (parameter === undefined || parameters.length !== 1) {
		const given = `header: number of localizable_params (${parameters.length})`;
		throw new GraphError(132000, { details: `${given} does not match the expected number of params (1)` });
	}
	const received = String(parameter.type).toUpperCase();
	if (format === 'GIF' && !section.isMarketingMessage) {
		throw new GraphError(132012, { details: 'header: GIF is for the Marketing Messages API only' });
	}
	if (received !== format) {
		throw new GraphError(132012, { details: `header: Format mismatch, expected ${format}, received ${received}` });
	}
	const value = toJsonObject(parameter[format.toLowerCase()]);
	if (!value) throw new GraphError(132012, { details: `header: ${format.toLowerCase()} is missing` });
	checkValue(format, value, section);
}

function checkValue(format: string, value: JsonObject, { hasFile }: SentSection): void {
	if (MEDIA.has(format)) checkMedia(value, hasFile);
	if (format === 'LOCATION' && [value.latitude, value.longitude].some((degrees) => !isNumber(degrees))) {
		throw new GraphError(131009, { details: 'header: latitude and longitude must be numbers' });
	}
	if (format === 'PRODUCT' && !(value.product_retailer_id && value.catalog_id)) {
		throw new GraphError(131008, { details: 'header: product_retailer_id and catalog_id are required' });
	}
}

function checkMedia({ id, link }: JsonObject, hasFile: (id: string) => boolean): void {
	if ((id === undefined) === (link === undefined)) {
		throw new GraphError(131009, { details: 'header: exactly one of id and link is required' });
	}
	if (link !== undefined && !/^https?:\/\/\S+$/.test(String(link))) {
		throw new GraphError(131009, { details: 'header: link is not a valid URL' });
	}
	if (id !== undefined && !hasFile(String(id))) {
		throw new GraphError(131009, { details: `header: media ID ${String(id)} does not exist` });
	}
}

function isNumber(value: unknown): boolean {
	return value !== '' && value !== undefined && value !== null && Number.isFinite(Number(value));
}

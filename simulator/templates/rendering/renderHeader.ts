import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { hydrateText } from '../hydrateText.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';
import type { RenderedSection } from './RenderedSection.ts';

/**
 * Shows the header of a template: its text, or what it is in square brackets, with the name of a file or place.
 *
 * @param parameters - as sent
 */
export function renderHeader(
	header: TemplateComponent,
	parameters: readonly JsonObject[],
	isNamed: boolean,
): Pick<RenderedSection, 'header' | 'pictureId'> {
	const format = (header.format ?? 'TEXT').toLowerCase();
	if (format === 'text') return { header: hydrateText(header.text ?? '', parameters, isNamed) };
	const value = toJsonObject(parameters[0]?.[format]) ?? {};
	const details = detailsOf(format, value).filter((detail) => detail !== undefined && detail !== '');
	return {
		header: details.length > 0 ? `[${format}: ${details.join(', ')}]` : `[${format}]`,
		...(format === 'image' && value.id !== undefined && { pictureId: String(value.id) }),
	};
}

function detailsOf(format: string, value: JsonObject): unknown[] {
	if (format === 'document') return [value.filename];
	if (format !== 'location') return [];
	return value.name || value.address ? [value.name, value.address] : [value.latitude, value.longitude];
}

import { isRecord } from '../../../domain/isRecord';
import type { TemplateComponent } from '../TemplateAdmin';
import { refuse } from './refuse';

const PARAMETER = 'Components (JSON)';

/**
 * Checks a template's definition that the builder wrote as JSON, as far as every template is alike. What it holds is left to
 * Meta: this is the way for what the form does not offer.
 *
 * @throws {TemplateParameterError} when it is no list of components, has no body, or two components of one type
 */
export function checkComponents(given: unknown): TemplateComponent[] {
	const list = Array.isArray(given) ? given : [given];
	const components = list.filter((item): item is TemplateComponent => isRecord(item) && typeof item.type === 'string');
	if (components.length < list.length || list.length === 0) {
		const advice = 'Give what Meta calls "components", for example [{"type": "BODY", "text": "Hello."}].';
		refuse(PARAMETER, 'is not a list of components.', advice);
	}
	const types = components.map(({ type }) => type.toUpperCase());
	const twin = types.find((type, index) => types.indexOf(type) !== index);
	if (twin !== undefined) refuse(PARAMETER, `has two components of the type ${twin}.`, 'Leave one of them.');
	if (!types.includes('BODY')) refuse(PARAMETER, 'has no component of the type BODY.', 'Every template has one.');
	return components;
}

import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';

/**
 * Makes sure that every sent component is of a kind that the template or card has, and is there once.
 *
 * @param expected - what the template or card is made of
 * @throws {GraphError} 131009
 */
export function checkPlaces(components: readonly JsonObject[], expected: readonly TemplateComponent[]): void {
	const known = new Set(expected.map(({ type }) => (type === 'BUTTONS' ? 'button' : type.toLowerCase())));
	const places = components.map(({ type, index, sub_type: subType }) => {
		const kind = String(type).toLowerCase();
		if (!known.has(kind)) {
			const details = `components: the template has no component of the type ${String(type)}`;
			throw new GraphError(131009, { details });
		}
		return kind === 'button' ? `${kind} ${String(index ?? subType)}` : kind;
	});
	if (new Set(places).size === places.length) return;
	throw new GraphError(131009, { details: 'components: two components are for the same part' });
}

import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';

const KNOWN = new Set(['header', 'body', 'footer', 'button', 'limited_time_offer', 'carousel', 'tap_target_configuration']);

/**
 * Makes sure that every component is of a kind that Meta knows and is there once.
 *
 * @throws {GraphError} 131009
 */
export function checkPlaces(components: readonly JsonObject[]): void {
	const places = components.map(({ type, index, sub_type: subType }) => {
		const kind = String(type).toLowerCase();
		if (!KNOWN.has(kind)) throw new GraphError(131009, { details: `components: there is no component of the type ${String(type)}` });
		return kind === 'button' ? `${kind} ${String(index ?? subType)}` : kind;
	});
	if (new Set(places).size === places.length) return;
	throw new GraphError(131009, { details: 'components: two components are for the same part' });
}

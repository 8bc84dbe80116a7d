import type { Workflow } from '../Workflow';
import type { SourceKind } from './SourceKind';

/** Nodes whose items leave as they came. */
const PASSING_ON = new Set(
	['filter', 'if', 'limit', 'noOp', 'removeDuplicates', 'sort', 'splitInBatches', 'switch', 'wait'].map((name) => `n8n-nodes-base.${name}`),
);

/** What the item that comes into a node was made by; undefined where it is not one kind alone for certain. */
export type OriginFinder = (node: string) => SourceKind | undefined;

/**
 * Opens a finder that follows the wires back, through nodes that pass items on.
 *
 * A node that serves another one, as the memory of an agent does, reads the items of that one.
 *
 * @param kinds - the nodes whose items change, by name
 */
export function createOriginFinder({ nodes, connections }: Workflow, kinds: ReadonlyMap<string, SourceKind>): OriginFinder {
	const sources = new Map<string, string[]>();
	const served = new Map<string, string[]>();
	for (const [from, wires] of Object.entries(connections)) {
		for (const [kind, outputs] of Object.entries(wires)) {
			// What an agent gives its tools is not the item that comes into it.
			if (kind === 'ai_tool') continue;
			for (const { node } of outputs.flatMap((ends) => ends ?? [])) {
				const [map, key, value] = kind === 'main' ? [sources, node, from] : [served, from, node];
				const list = map.get(key) ?? [];
				list.push(value);
				map.set(key, list);
			}
		}
	}
	const typeOf = new Map(nodes.map(({ name, type }) => [name, type]));
	const isPassingOn = (name: string) => PASSING_ON.has(typeOf.get(name) ?? '');

	return (node) => {
		const found = new Set<SourceKind | undefined>();
		const seen = new Set<string>();
		const waiting = [node];
		for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
			if (seen.has(name)) continue;
			seen.add(name);
			waiting.push(...(served.get(name) ?? []));
			for (const source of sources.get(name) ?? []) {
				if (kinds.has(source) || !isPassingOn(source)) found.add(kinds.get(source));
				else waiting.push(source);
			}
		}
		const [only] = found;
		return found.size === 1 ? only : undefined;
	};
}

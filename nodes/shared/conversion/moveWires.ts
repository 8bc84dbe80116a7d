import type { NodeWires, WireEnd } from './Workflow';
import type { NodeConversion } from './NodeConversion';

/**
 * Moves the wires of a node to the outputs of what it became; none is lost.
 *
 * @param hasErrorOutput - whether the node has an output for errors, which comes after all others
 */
export function moveWires(wires: NodeWires, { outputs, outputCount }: Pick<NodeConversion, 'outputs' | 'outputCount'>, hasErrorOutput: boolean): NodeWires {
	const [own, ...others] = wires.main ?? [];
	const moved: WireEnd[][] = Array.from({ length: outputCount }, () => []);
	for (const output of outputs) moved[output] = [...(own ?? [])];
	// Without an output for errors nothing should be here; what is there keeps its place behind.
	if (hasErrorOutput || others.some((ends) => ends && ends.length > 0)) moved.push(...others.map((ends) => ends ?? []));
	while (moved.at(-1)?.length === 0) moved.pop();
	return { ...wires, ...(wires.main && { main: moved }) };
}

import { CannotConvertError } from './CannotConvertError';
import type { ConversionNote } from './ConversionNote';
import { convertNode, type ConvertedNode } from './convertNode';
import { createOriginFinder } from './expressions/createOriginFinder';
import { rewriteParameters } from './expressions/rewriteParameters';
import { isBuiltIn } from './isBuiltIn';
import { moveWires } from './moveWires';
import type { TriggerUse } from './parts/convertTrigger';
import { tellOfCode } from './tellOfCode';
import { tellOfRequests } from './tellOfRequests';
import type { NodeWires, Workflow, WorkflowNode } from './Workflow';

/** What became of a workflow. */
export interface WorkflowConversion {
	workflow: Workflow;
	/** Names of the nodes that were converted. */
	converted: string[];
	/** In the order of the nodes. */
	notes: ConversionNote[];
}

const NO_USE: TriggerUse = { readsStatuses: false, readsOriginal: false };

/**
 * Puts the nodes of this pack in the place of n8n's own for WhatsApp.
 *
 * Names, positions, IDs, wires, settings and expressions stay. Expressions that read fields of an old item read those of the new
 * one where that is certain. What could not be converted stays as it was, and is told.
 */
export function convertWorkflow(given: Workflow): WorkflowConversion {
	const notes: ConversionNote[] = [];
	const first = new Map(given.nodes.filter(isBuiltIn).map((node) => [node.name, tryConversion(node, NO_USE)]));
	const kinds = new Map([...first].flatMap(([name, result]) => (result instanceof CannotConvertError ? [] : [[name, result.kind] as const])));
	if (kinds.size === 0) return { workflow: given, converted: [], notes: given.nodes.flatMap((node) => [...tellOfStaying(node, first.get(node.name)), ...tellOfRequests(node)]) };

	const originOf = createOriginFinder(given, kinds);
	const rewritten = given.nodes.map((node) => ({
		node,
		...rewriteParameters(node.parameters, {
			kindOf: ({ node: asked }) => (asked === undefined ? originOf(node.name) : kinds.get(asked)),
			...(isBuiltIn(node) && { addressParameter: 'recipientPhoneNumber' }),
		}),
	}));
	const use = {
		readsStatuses: given.nodes.some(({ parameters }) => /\bstatuses\b/.test(JSON.stringify(parameters))),
		readsOriginal: rewritten.some(({ readsOriginal }) => readsOriginal),
	};
	const moved = new Map<string, NodeWires>();
	const nodes = rewritten.map(({ node, parameters, changed, unclear }) => {
		const isConverted = kinds.has(node.name) && isBuiltIn(node);
		const result = isConverted ? convertNode({ ...node, parameters }, use) : undefined;
		const wires = Object.hasOwn(given.connections, node.name) ? given.connections[node.name] : undefined;
		if (result && wires) moved.set(node.name, moveWires(wires, result, node.onError === 'continueErrorOutput'));
		notes.push(...(result ? tellOfConversion(node, result) : tellOfStaying(node, first.get(node.name))));
		if (changed.length > 0) notes.push({ node: node.name, isToDo: false, text: `Expressions read the fields of the new items: ${changed.join(', ').slice(0, 300)}` });
		notes.push(...unclear.map((note) => ({ node: node.name, isToDo: true, ...note })), ...tellOfRequests(node), ...tellOfCode(node));
		return result ? toConverted(node, result) : { ...node, parameters };
	});
	const connections = Object.fromEntries(Object.entries(given.connections).map(([name, wires]) => [name, moved.get(name) ?? wires]));
	const pinned = withoutPinned(given.pinData, kinds);
	notes.push({ isToDo: true, text: "Choose the credential 'WhatsApp Session API' in the converted nodes: those of the built-in nodes are of another type and cannot be carried over." }, ...pinned.notes);
	return { workflow: { ...given, nodes, connections, ...pinned.field }, converted: [...kinds.keys()], notes };
}

function tryConversion(node: WorkflowNode, use: TriggerUse): ConvertedNode | CannotConvertError {
	try {
		return convertNode(node, use);
	} catch (error) {
		return asReason(error);
	}
}

function asReason(error: unknown): CannotConvertError {
	if (error instanceof CannotConvertError) return error;
	throw error;
}

function toConverted(node: WorkflowNode, { type, typeVersion, parameters }: ConvertedNode): WorkflowNode {
	const converted: WorkflowNode = { ...node, type, typeVersion, parameters };
	delete converted.credentials;
	return converted;
}

function tellOfConversion({ name }: WorkflowNode, { title, toDo }: ConvertedNode): ConversionNote[] {
	return [{ node: name, isToDo: false, text: `Became ${title}.` }, ...toDo.map((text) => ({ node: name, isToDo: true, text }))];
}

function tellOfStaying({ name }: WorkflowNode, result: ConvertedNode | CannotConvertError | undefined): ConversionNote[] {
	return result instanceof CannotConvertError ? [{ node: name, isToDo: true, text: `It stays as it is: ${result.message}` }] : [];
}

/** Pinned data of a converted node has the fields of the old one. */
function withoutPinned(pinData: unknown, kinds: ReadonlyMap<string, unknown>): { field: { pinData?: unknown }; notes: ConversionNote[] } {
	const entries = typeof pinData === 'object' && pinData !== null ? Object.entries(pinData) : [];
	const taken = entries.filter(([name]) => kinds.has(name));
	if (taken.length === 0) return { field: {}, notes: [] };
	const notes = taken.map(([node]) => ({ node, isToDo: true, text: 'Its pinned data was taken out, because it has the fields of the old item.' }));
	return { field: { pinData: Object.fromEntries(entries.filter(([name]) => !kinds.has(name))) }, notes };
}

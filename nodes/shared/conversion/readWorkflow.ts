import { InvalidInputError } from '../domain/InvalidInputError';
import { readJson } from '../domain/readJson';
import { isRecord } from '../domain/isRecord';
import type { NodeWires, Workflow, WorkflowNode } from './Workflow';

const PARAMETER = 'Workflow';
const MOST_CHARACTERS = 5_000_000;
const DEEPEST = 200;
const HOW = 'Select all nodes in the editor (Ctrl+A), copy them (Ctrl+C), and paste them here; or give the object of a workflow by an expression.';

/**
 * Reads a workflow of n8n: its JSON text, or the object itself.
 *
 * @throws {InvalidInputError} when it is none, is larger than 5 MB, or has a node without name or type
 */
export function readWorkflow(given: unknown): Workflow {
	const text = typeof given === 'string' ? given.trim() : writeJson(given ?? '');
	if (text === '' || text === '""') throw refusal('is empty.');
	if (text.length > MOST_CHARACTERS) throw tooLarge(text.length);
	const value = readJson(text)?.value;
	if (value === undefined) throw refusal(`is no JSON: ${text.slice(0, 40)}`);
	if (Array.isArray(value)) throw refusal(`is a list of ${value.length}, and not one workflow.`, 'Give one workflow for each item, for example by a Split Out node before this one.');
	if (!isRecord(value)) throw refusal(`is no workflow: ${JSON.stringify(value).slice(0, 40)}`);
	refuseDepth(value);
	if (!Array.isArray(value.nodes)) throw refusal("is no workflow: it has no list 'nodes'.");
	const connections = value.connections ?? {};
	if (!isRecord(connections)) throw refusal("has 'connections' that are no object.");
	return { ...value, nodes: value.nodes.map(toNode), connections: Object.fromEntries(Object.entries(connections).map(toWires)) };
}

/** What n8n hands over as an object, in the form in which it would be kept. */
function writeJson(given: unknown): string {
	try {
		return JSON.stringify(given);
	} catch {
		throw refusal('cannot be written as JSON: it refers to itself, or is nested without end.');
	}
}

function toNode(node: unknown, index: number): WorkflowNode {
	if (isRecord(node) && typeof node.name === 'string' && typeof node.type === 'string') {
		return { ...node, name: node.name, type: node.type, parameters: isRecord(node.parameters) ? node.parameters : {} };
	}
	throw refusal(`has an entry in 'nodes', number ${index + 1}, that is no node: it has no name or no type.`);
}

function toWires([name, wires]: [string, unknown]): [string, NodeWires] {
	const isEnd = (end: unknown) => isRecord(end) && typeof end.node === 'string';
	const isOutput = (ends: unknown) => ends === null || (Array.isArray(ends) && ends.every(isEnd));
	const isOfKind = (outputs: unknown) => Array.isArray(outputs) && outputs.every(isOutput);
	if (isRecord(wires) && Object.values(wires).every(isOfKind)) return [name, wires as NodeWires];
	throw refusal(`has 'connections' of the node '${name.slice(0, 60)}' that cannot be read.`);
}

/** What is nested without end, no n8n has written. */
function refuseDepth(value: unknown): void {
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > DEEPEST) throw refusal(`is nested deeper than ${DEEPEST} levels.`);
		level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
	}
}

function tooLarge(size: number): InvalidInputError {
	const megabytes = (size / 1_000_000).toFixed(1);
	return refusal(`is ${megabytes} MB large; up to ${MOST_CHARACTERS / 1_000_000} MB are read.`, "Take pinned data out of it ('pinData'), or convert it in parts.");
}

function refusal(words: string, advice = HOW): InvalidInputError {
	return new InvalidInputError(PARAMETER, `'${PARAMETER}' ${words}`, advice);
}

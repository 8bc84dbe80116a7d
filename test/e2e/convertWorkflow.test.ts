import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodePropertyCollection, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';

import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import type { WorkflowNode } from '../../nodes/shared/conversion/Workflow';
import { findN8n } from '../../scripts/n8n/findN8n';

/** Reads the description of one of n8n's own nodes in a process of its own: some of what n8n loads is no CommonJS. */
function describeBuiltIn(name: string): INodeTypeDescription {
	const file = join(findN8n().folder, 'node_modules', 'n8n-nodes-base', 'dist', 'nodes', 'WhatsApp', `${name}.node.js`);
	const script = `process.stdout.write(JSON.stringify(new (require(${JSON.stringify(file)}).${name})().description))`;
	return JSON.parse(execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8', maxBuffer: 50_000_000 })) as INodeTypeDescription;
}

const description = describeBuiltIn('WhatsApp');
const NODE = { typeVersion: 1.1 } as INode;

/** What a form has been filled in with, and the texts in it by which it is known again. */
interface Filling {
	values: INodeParameters;
	marks: string[];
}

const isCollection = (option: unknown): option is INodePropertyCollection => Object.hasOwn(option as object, 'values');
const valuesOf = ({ options = [] }: INodeProperties) => options.filter((option): option is INodePropertyOptions => Object.hasOwn(option, 'value')).map(({ value }) => value);

/** Fills in every field that the form shows once these choices are made, each text with one of its own. */
function fill(properties: INodeProperties[], chosen: INodeParameters, marks: string[], root?: INodeParameters): INodeParameters {
	const values: INodeParameters = { ...chosen };
	for (const property of properties) {
		if (Object.hasOwn(chosen, property.name)) continue;
		if (!NodeHelpers.displayParameter({ ...values, '@version': 1.1 } as INodeParameters, property, NODE, description, root ?? values)) continue;
		const value = fillOne(property, marks, root ?? values);
		if (value !== undefined) values[property.name] = value as INodeParameters;
	}
	return values;
}

function fillOne(property: INodeProperties, marks: string[], root: INodeParameters): unknown {
	const { type, name, options = [], typeOptions } = property;
	const mark = () => {
		marks.push(`${name}-${marks.length}`);
		return marks.at(-1);
	};
	// The place of a button counts from 1 here, and so is known again by nothing.
	if (name === 'index') return 1;
	if (type === 'string' || type === 'dateTime' || type === 'number') return mark();
	if (type === 'boolean') return true;
	if (type === 'options') return valuesOf(property).at(-1) ?? mark();
	if (type === 'collection') return fill(options as INodeProperties[], {}, marks, root);
	if (type !== 'fixedCollection') return undefined;
	return Object.fromEntries(
		options.filter(isCollection).map((group) => {
			const kind = group.values.find(({ name: inner, options: kinds }) => inner === 'type' && kinds && typeOptions?.multipleValues);
			const kinds = kind ? valuesOf(kind) : [undefined];
			const entries = kinds.map((each) => fill(group.values, each === undefined ? {} : ({ [kind!.name]: each } as INodeParameters), marks, root));
			return [group.name, typeOptions?.multipleValues ? entries : entries[0]];
		}),
	);
}

const of = (choices: INodeParameters): Filling => {
	const marks: string[] = [];
	return { values: fill(description.properties, choices, marks), marks };
};
const MESSAGE_TYPES = valuesOf(description.properties.find(({ name }) => name === 'messageType')!);
const PATHS = ['useMediaLink', 'useMediaId', 'useMedian8n'];
const CHOICES: INodeParameters[] = [
	...MESSAGE_TYPES.flatMap((messageType) => PATHS.map((mediaPath) => ({ resource: 'message', operation: 'send', messageType: String(messageType), mediaPath }))),
	{ resource: 'message', operation: 'sendTemplate' },
	...['approval', 'freeText'].map((responseType) => ({ resource: 'message', operation: 'sendAndWait', responseType })),
];

describe("n8n's own WhatsApp nodes, as this n8n has them", () => {
	it('send what is known here', () => {
		expect(MESSAGE_TYPES).toEqual(['audio', 'contacts', 'document', 'image', 'location', 'text', 'video']);
		const operations = description.properties.filter(({ name }) => name === 'operation').flatMap(valuesOf);
		expect(operations).toEqual(['send', 'sendAndWait', 'sendTemplate', 'mediaUpload', 'mediaUrlGet', 'mediaDelete']);
	});

	it.each(CHOICES)('have no field that the conversion loses: %j', (choices) => {
		const { values, marks } = of(choices);
		expect(marks.length).toBeGreaterThan(2);
		const node: WorkflowNode = { name: 'Send', type: 'n8n-nodes-base.whatsApp', typeVersion: 1.1, parameters: values };
		const { workflow, notes, converted } = convertWorkflow({ nodes: [node], connections: {} });
		expect(converted).toEqual(['Send']);
		const after = JSON.stringify(workflow.nodes[0]) + notes.map(({ text }) => text).join('\n');
		expect(marks.filter((mark) => !after.includes(mark))).toEqual([]);
	});

	it('start for what is known here', () => {
		const updates = describeBuiltIn('WhatsAppTrigger').properties.find(({ name }) => name === 'updates');
		const parameters = { updates: valuesOf(updates!).map(String), options: { messageStatusUpdates: ['all'] } };
		const { converted } = convertWorkflow({ nodes: [{ name: 'Trigger', type: 'n8n-nodes-base.whatsAppTrigger', parameters }], connections: {} });
		expect(converted).toEqual(['Trigger']);
	});
});

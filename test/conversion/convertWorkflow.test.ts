import { NodeHelpers, Workflow as N8nWorkflow, type IConnections, type INode, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';

import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import type { Workflow, WorkflowNode } from '../../nodes/shared/conversion/Workflow';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { BUILT_IN_MESSAGES, inARow, toBuiltIn, toBuiltInTrigger, toOther } from './builtInWorkflows';

const OURS: Record<string, INodeType> = Object.fromEntries(
	[new SendFreeForm(), new SendTemplate(), new WhatsAppSessionTrigger()].map((node) => [`n8n-nodes-whatsapp-session.${node.description.name}`, node]),
);
const OTHER: INodeType = { description: { displayName: 'Other', name: 'other', group: ['transform'], version: 1, description: '', defaults: { name: 'Other' }, inputs: ['main'], outputs: ['main'], properties: [] } };
const nodeTypes: INodeTypes = {
	getByName: (type) => OURS[type] ?? OTHER,
	getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(OURS[type] ?? OTHER, OURS[type] ? version : 1),
	getKnownTypes: () => ({}),
};

/** What n8n finds wrong with the nodes of a workflow; a missing credential is none of it. */
function issuesOf({ nodes, connections }: Workflow): object[] {
	const workflow = new N8nWorkflow({ nodes: nodes as unknown as INode[], connections: connections as IConnections, active: false, nodeTypes });
	return Object.values(workflow.nodes).flatMap((node) => {
		const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const issues = NodeHelpers.getNodeParametersIssues(description.properties, { ...node, disabled: false }, description);
		return issues ? [issues] : [];
	});
}

/** What of the parameters n8n would forget, because the node has no such field. */
function forgottenOf({ type, typeVersion, parameters }: WorkflowNode): unknown {
	const { description } = nodeTypes.getByNameAndVersion(type, typeVersion);
	const node = { typeVersion: typeVersion ?? 1 };
	const kept = NodeHelpers.getNodeParameters(description.properties, parameters as INodeParameters, false, false, node, description);
	const all = NodeHelpers.getNodeParameters(description.properties, parameters as INodeParameters, true, false, node, description);
	return Object.keys(parameters).filter((name) => !Object.hasOwn(kept ?? {}, name) && !Object.hasOwn(all ?? {}, name));
}

function convertOne(parameters: Record<string, unknown>, more: Partial<WorkflowNode> = {}) {
	const { workflow, notes, converted } = convertWorkflow(inARow(toBuiltIn(parameters, more)));
	const [node] = workflow.nodes;
	return { node: node!, parameters: node!.parameters, toDo: notes.filter(({ isToDo }) => isToDo).map(({ text }) => text), converted };
}

/** What only says how the other parameters are to be read. */
const CHOICES = new Set<unknown>(['send', 'sendAndWait', 'useMediaId', 'useMedian8n', 'freeText', 'double', 'header', 'button', 'image', 'text', 'url', 1]);

function leavesOf(value: unknown): unknown[] {
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

const messages = Object.entries(BUILT_IN_MESSAGES);

describe('a workflow of built-in nodes', () => {
	it.each(messages)('with %s is one that n8n loads without issues', (_case, parameters) => {
		const { workflow, converted } = convertWorkflow(inARow(toBuiltInTrigger(), toBuiltIn(parameters)));
		expect(converted).toEqual(['WhatsApp Trigger', 'Send message']);
		expect(issuesOf(workflow)).toEqual([]);
		expect(workflow.nodes.map(forgottenOf)).toEqual([[], []]);
	});

	it.each(messages)('with %s loses nothing without a word', (_case, parameters) => {
		const { node, toDo } = convertOne(parameters);
		const after = JSON.stringify(node.parameters) + toDo.join('\n');
		const told = leavesOf(parameters).filter((value) => !CHOICES.has(value)).flatMap((value) => String(value).split('|'));
		expect(told.length).toBeGreaterThan(1);
		expect(told.filter((value) => !after.includes(value))).toEqual([]);
	});

	it.each(messages)('with %s keeps what the node was set to', (_case, parameters) => {
		const old = toBuiltIn(parameters);
		const { node } = convertOne(parameters);
		const changed = { type: expect.stringMatching(/^n8n-nodes-whatsapp-session\./), typeVersion: 2, parameters: expect.any(Object) };
		expect(node).toEqual({ ...old, ...changed, credentials: undefined });
		expect(Object.hasOwn(node, 'credentials')).toBe(false);
	});
});

describe('a message', () => {
	const of = (name: string) => convertOne(BUILT_IN_MESSAGES[name]!).parameters;

	it('keeps its text with the expressions in it, its number and its recipient', () => {
		expect(of('a text')).toEqual({
			phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' },
			recipient: '={{ $json.phone }}',
			messageType: 'text',
			text: '=Hello {{ $json.name }}',
			options: { previewUrl: true },
		});
	});

	it.each([
		['a picture by link', { media: 'https://example.com/a.png', caption: 'A cup', phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.number }}' } }],
		['a video by ID', { media: '2762702990552401', phoneNumberId: { __rl: true, mode: 'list', value: '' } }],
		['a document of the item', { media: 'invoice', fileName: 'Invoice 1042.pdf', caption: 'Your invoice' }],
		['a document by ID', { media: '2762702990552401', fileName: 'Invoice.pdf' }],
		['a sound of the item', { media: 'data' }],
		['a place', { longitude: '13.4', latitude: '={{ $json.lat }}', locationName: 'Shop', locationAddress: '1 Main St' }],
		['a question for a text', { operation: 'ask', text: 'Which size?', waitFor: 365, waitUnit: 'days' }],
		['a question to approve', { body: 'Ship it?', waitFor: 45, waitUnit: 'minutes', buttons: { button: [{ title: 'Ship', id: 'approve' }, { title: 'Wait', id: 'decline' }] } }],
	])('that is %s has its fields filled in', (name, fields) => expect(of(name)).toMatchObject(fields));

	it('of a template fills in the form that is made from the template', () => {
		const { templateName, templateLanguage, templateVariables, options } = of('a template');
		expect({ templateName, templateLanguage }).toEqual({ templateName: 'order_update', templateLanguage: 'en_US' });
		expect(templateVariables).toMatchObject({
			mappingMode: 'defineBelow',
			value: { header_media: 'https://example.com/a.png', body_1: '={{ $json.name }}', body_2: '12.5', body_3: '={{ $json.at }}', button_2_suffix: 'JD0001', button_1_payload: 'later' },
		});
		expect(options).toEqual({ typedVariables: { values: [{ variable: 'body_2', type: 'currency', currency: 'EUR' }, { variable: 'body_3', type: 'date_time' }] } });
	});

	it.each([
		['={{ $json.template }}', '={{ String($json.template).split("|")[0] }}', '={{ String($json.template).split("|")[1] }}'],
		["={{ $json.a || 'order' }}|en_US", "={{ $json.a || 'order' }}", '=en_US'],
		['={{ $json.name }}|{{ $json.language }}', '={{ $json.name }}', '={{ $json.language }}'],
	])('finds name and language in %s', (template, name, language) => {
		expect(convertOne({ template }).parameters).toMatchObject({ templateName: name, templateLanguage: language });
	});

	it('of an agent stays a tool, with its description', () => {
		const { node } = convertOne({ operation: 'send', descriptionType: 'manual', toolDescription: 'Writes to Ada', textBody: "={{ $fromAI('text') }}" }, { type: 'n8n-nodes-base.whatsAppTool' });
		expect(node).toMatchObject({ type: 'n8n-nodes-whatsapp-session.sendFreeFormTool', parameters: { toolDescription: 'Writes to Ada', text: "={{ $fromAI('text') }}" } });
	});
});

describe('what has no counterpart', () => {
	it.each([
		['an unknown parameter', { operation: 'send', textBody: 'Hi', newThing: { deep: ['x'] } }, "'newThing.deep.0' has no place here and was left out: \"x\""],
		['the batching of requests', { operation: 'send', textBody: 'Hi', requestOptions: { batching: { batch: { batchSize: 10 } } } }, "'requestOptions.batching.batch.batchSize' has no place here and was left out: 10"],
		['a caption of a sound', { operation: 'send', messageType: 'audio', mediaLink: 'https://example.com/a', additionalFields: { mediaCaption: 'Listen' } }, "'additionalFields.mediaCaption' has no place here and was left out: \"Listen\""],
		['a row of a template', { template: 'a|en', components: { component: [{ type: 'button', sub_type: 'url', buttonParameters: { parameter: { payload: 'x' } } }] } }, "'components.component.0.buttonParameters.parameter.payload' has no place here and was left out: \"x\""],
		['a wording of an amount', { template: 'a|en', components: { component: [{ bodyParameters: { parameter: [{ type: 'currency', code: 'EUR', amount_1000: 3, fallback_value: '3 euros' }] } }] } }, "'components.component.0.bodyParameters.parameter.0.fallback_value' has no place here and was left out: \"3 euros\""],
		['an unknown field of a contact', { operation: 'send', messageType: 'contacts', name: { data: { formatted_name: 'Ada' } }, additionalFields: { phones: { data: [{ phone: '1' }, { phone: '2', fax: '3' }] } } }, "'additionalFields.phones.data.1.fax' has no place here and was left out: \"3\""],
		['a second name of a document', { operation: 'send', messageType: 'document', mediaPath: 'useMediaId', mediaId: '1', mediaFilename: 'a.pdf', additionalFields: { mediaFilename: 'b.pdf' } }, "'additionalFields.mediaFilename' has no place here and was left out: \"b.pdf\""],
		['rows by expression', { template: 'a|en', components: { component: '={{ $json.rows }}' } }, "'components.component.value' has no place here and was left out: \"={{ $json.rows }}\""],
		['a date until which is waited', { operation: 'sendAndWait', message: 'Hi', options: { limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2027-01-01' } } } }, "'options.limitWaitTime.values.maxDateAndTime' has no place here and was left out: \"2027-01-01\""],
	])('is told: %s', (_case, parameters, sentence) => expect(convertOne(parameters).toDo).toContain(sentence));

	it.each([
		['a type of message by expression', { operation: 'send', messageType: '={{ $json.type }}' }, "'messageType' is an expression, and it decides what the other fields mean."],
		['an operation by expression', { operation: '={{ $json.do }}' }, "'operation' is an expression, and it decides what the other fields mean."],
		['an unknown operation', { operation: 'dance' }, "the operation 'dance' of 'message' is unknown."],
		['an inherited name as type', { operation: 'send', messageType: 'constructor' }, 'its message type is unknown: constructor.'],
		['a button at no place', { template: 'a|en', components: { component: [{ type: 'button', index: 'first' }] } }, 'the place of one of its buttons is no number: first.'],
		['a form on a web page', { operation: 'sendAndWait', responseType: 'customForm' }, 'a form on a web page has no counterpart'],
		['an upload', { resource: 'media' }, 'a file needs no upload of its own here.'],
		['a download', { resource: 'media', operation: 'mediaUrlGet', mediaGetId: '1' }, 'switch on Download Media in the options of the trigger'],
		['a template without a bar', { template: '={{ $json.a }}{{ $json.b }}' }, "'template' is put together by expressions"],
	])('stays as it is: %s', (_case, parameters, reason) => {
		const old = toBuiltIn(parameters);
		const { node, toDo, converted } = convertOne(parameters);
		expect(node).toEqual(old);
		expect(converted).toEqual([]);
		expect(toDo).toContainEqual(expect.stringContaining(`It stays as it is: ${reason}`));
	});

	it.each(['i.json.messages.map(f)', '$json.messages.at(0)', '$json.metadata.phone_number_id', "$('Ask').item.json.data.approved", 'item.json?.contacts[0]'])('is told of code that reads %s', (read) => {
		const { notes } = convertWorkflow(inARow(toBuiltInTrigger(), toOther('Code', 'code', { jsCode: `return [{ json: { a: ${read} } }]` })));
		expect(notes.filter(({ node }) => node === 'Code')).toEqual([{ node: 'Code', parameter: 'jsCode', isToDo: true, text: expect.stringMatching(/^Reads .* in its code/) as string }]);
	});

	it('is told of requests that post messages by themselves, and of code that reads old fields', () => {
		const url = '=https://graph.facebook.com/v21.0/{{ $json.id }}/messages';
		const request = (name: string, parameters: object) => toOther(name, 'httpRequest', { method: 'POST', url, ...parameters });
		const { workflow, notes } = convertWorkflow({
			...inARow(toBuiltInTrigger(), toOther('Code', 'code', { jsCode: 'return $input.all()[0].json.messages?.[0]' })),
			nodes: [toBuiltInTrigger(), toOther('Code', 'code', { jsCode: 'return $input.first().json.messages?.[0]' }), request('A', { jsonBody: '{"type": "template"}' }), request('B', { method: 'GET' }), request('C', {})],
		});
		const of = (node: string) => notes.filter((note) => note.node === node).map(({ text }) => text);
		expect(of('A')).toEqual([expect.stringContaining('Put WhatsApp Send Template in its place')]);
		expect(of('B')).toEqual([]);
		expect(of('C')).toEqual([expect.stringContaining('Put WhatsApp Send Free-form in its place')]);
		expect(of('Code')).toEqual([expect.stringContaining('Reads json.messages in its code')]);
		expect(workflow.nodes.slice(1)).toEqual([expect.objectContaining({ name: 'Code' }), request('A', { jsonBody: '{"type": "template"}' }), request('B', { method: 'GET' }), request('C', {})]);
	});

	it('is told where pinned data has the fields of the old item', () => {
		const pinData = { 'Send message': [{ json: {} }], Other: [{ json: { a: 1 } }] };
		const { workflow, notes } = convertWorkflow({ ...inARow(toBuiltIn({ operation: 'send', textBody: 'Hi' })), pinData });
		expect(workflow.pinData).toEqual({ Other: [{ json: { a: 1 } }] });
		expect(notes).toContainEqual(expect.objectContaining({ node: 'Send message', text: expect.stringContaining('pinned data') }));
	});

	it('leaves a workflow without such nodes as it is', () => {
		const workflow = inARow(toOther('A', 'set'), toOther('B', 'noOp'));
		expect(convertWorkflow(workflow)).toEqual({ workflow, converted: [], notes: [] });
	});
});

describe('the trigger', () => {
	const trigger = (parameters: Record<string, unknown>, ...others: WorkflowNode[]) => {
		const { workflow, notes } = convertWorkflow(inARow(toBuiltInTrigger(parameters), ...others, toOther('End', 'noOp')));
		return { parameters: workflow.nodes[0]!.parameters, wires: workflow.connections['WhatsApp Trigger']!.main!, notes, workflow };
	};
	const NEXT = [{ node: 'End', type: 'main', index: 0 }];

	it('starts for messages, and for statuses no more where nothing reads them', () => {
		const { parameters, wires, notes } = trigger({ updates: ['messages'], options: {} });
		expect(parameters).toEqual({ events: ['message'], options: {} });
		expect(wires).toEqual([NEXT]);
		expect(notes).toContainEqual(expect.objectContaining({ text: expect.stringContaining('Statuses of messages start this workflow no more') }));
	});

	it('has outputs for statuses that something reads, without a wire that an answer could run in a circle by', () => {
		const check = toOther('If', 'if', { value: '={{ $json.statuses[0].status }}' });
		const { workflow, notes } = convertWorkflow(inARow(toBuiltInTrigger(), check));
		expect(workflow.nodes[0]!.parameters.events).toEqual(['message', 'messageStatus', 'messageFailed']);
		expect(workflow.connections['WhatsApp Trigger']!.main).toEqual([[{ node: 'If', type: 'main', index: 0 }]]);
		expect(notes).toContainEqual(expect.objectContaining({ text: expect.stringContaining('Statuses leave on outputs of their own') }));
	});

	it.each([
		[{ updates: ['messages'], options: { messageStatusUpdates: [] } }, { events: ['message'], options: {} }],
		[{ updates: ['messages'], options: { messageStatusUpdates: ['failed'] } }, { events: ['message', 'messageFailed'], options: {} }],
		[{ updates: ['messages'], options: { messageStatusUpdates: ['read', 'delivered'] } }, { events: ['message', 'messageStatus'], options: { statuses: ['read', 'delivered'] } }],
		[{}, { events: ['message'], options: {} }],
	])('of %j becomes %j', (old, parameters) => expect(trigger(old).parameters).toEqual(parameters));

	it('leads every other event to where all went', () => {
		const { parameters, wires } = trigger({ updates: ['security', 'template_category_update', 'messages', 'account_update'] });
		expect(parameters.events).toEqual(['message', 'templateChange', 'accountChange']);
		expect(wires).toEqual([NEXT, NEXT, NEXT]);
	});

	it.each([['={{ $json.updates }}', 'is an expression'], [['messages', 'moods'], 'it listens for what this pack does not know: moods.']])('stays as it is with updates %j', (updates, reason) => {
		const { workflow, notes } = trigger({ updates });
		expect(workflow.nodes[0]).toEqual(toBuiltInTrigger({ updates }));
		expect(notes).toEqual([expect.objectContaining({ node: 'WhatsApp Trigger', isToDo: true, text: expect.stringContaining(reason) })]);
	});
});

describe('the wires', () => {
	const end = (node: string) => ({ node, type: 'main', index: 0 });
	const wired = (parameters: Record<string, unknown>, main: unknown, more: Partial<WorkflowNode> = {}) => {
		const workflow = { nodes: [toBuiltIn(parameters, more)], connections: { 'Send message': { main } } } as unknown as Workflow;
		return convertWorkflow(workflow).workflow.connections['Send message'];
	};

	it('of errors begin at the last output', () => {
		const more = { onError: 'continueErrorOutput' };
		expect(wired({ operation: 'send', textBody: 'Hi' }, [[end('Next')], [end('Mend')]], more)).toEqual({ main: [[end('Next')], [], [end('Mend')]] });
		expect(wired(BUILT_IN_MESSAGES['a question for a text']!, [null, [end('Mend')]], more)).toEqual({ main: [[], [], [], [end('Mend')]] });
	});

	it('of a question begin at the answer, and at no answer where it waits for a time', () => {
		expect(wired(BUILT_IN_MESSAGES['a question for a text']!, [[end('Next')]])).toEqual({ main: [[], [], [end('Next')]] });
		expect(wired(BUILT_IN_MESSAGES['a question to approve']!, [[end('Next')]])).toEqual({ main: [[end('Next')], [], [end('Next')]] });
	});

	it.each([
		[{ limitWaitTime: { values: {} } }, { waitFor: 1, waitUnit: 'hours' }],
		[{ limitWaitTime: { values: { resumeUnit: 'days' } } }, { waitFor: 1, waitUnit: 'days' }],
		[{ limitWaitTime: { values: { resumeAmount: 3 } } }, { waitFor: 3, waitUnit: 'hours' }],
		[{ limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2027-01-01' } } }, { waitFor: 24, waitUnit: 'hours' }],
	])('of a question that waits with %j lead on without an answer', (options, wait) => {
		const parameters = { operation: 'sendAndWait', message: 'Hi', options };
		expect(convertOne(parameters).parameters).toMatchObject(wait);
		expect(wired(parameters, [[end('Next')]])).toEqual({ main: [[end('Next')], [], [end('Next')]] });
	});

	it('of other kinds, and of odd names, stay', () => {
		const workflow = JSON.parse('{"nodes":[{"name":"__proto__","type":"n8n-nodes-base.whatsApp","parameters":{"operation":"send"}}],"connections":{"__proto__":{"ai_tool":[[{"node":"Agent","type":"ai_tool","index":0}]]}}}') as Workflow;
		expect(JSON.stringify(convertWorkflow(workflow).workflow.connections)).toBe(JSON.stringify(workflow.connections));
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

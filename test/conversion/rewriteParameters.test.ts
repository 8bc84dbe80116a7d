import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import type { WorkflowNode } from '../../nodes/shared/conversion/Workflow';
import { BUILT_IN_MESSAGES, inARow, toBuiltIn, toBuiltInTrigger, toOther } from './builtInWorkflows';

/** Converts a workflow that ends with a node that has this expression. */
function behind(nodes: WorkflowNode[], value: string) {
	const { workflow, notes } = convertWorkflow(inARow(...nodes, toOther('Last', 'set', { fields: { list: [{ value }] } })));
	const last = workflow.nodes.at(-1)!;
	const { list } = last.parameters.fields as { list: Array<{ value: string }> };
	const toDo = notes.filter(({ node, isToDo }) => node === 'Last' && isToDo);
	return { value: list[0]!.value, toDo, workflow, notes };
}

describe('an expression behind the trigger', () => {
	it.each([
		['={{ $json.messages[0].text.body }}', '={{ $json.message.text }}'],
		['=You wrote: {{ $json.messages[0].text.body.trim().toLowerCase() }}!', '=You wrote: {{ $json.message.text.trim().toLowerCase() }}!'],
		["={{ $json['messages'][0][\"text\"]['body'] }}", '={{ $json.message.text }}'],
		['={{ $json.messages?.[0]?.text?.body ?? "" }}', '={{ $json?.message?.text ?? "" }}'],
		['={{ $json.messages[0].from }}{{ $json.contacts[0].wa_id }}', '={{ $json.from }}{{ $json.from }}'],
		['={{ $json.contacts[0].profile.name }}', '={{ $json.profileName }}'],
		['={{ $json.metadata.phone_number_id }}', '={{ $json.phoneNumberId }}'],
		['={{ $json.messages[0].image.id }}', '={{ $json.message.image.id }}'],
		['={{ $json.messages[0].interactive.button_reply.id }}', '={{ $json.message.interactive.button_reply.id }}'],
		['={{ $json.messages[0].referral.ctwa_clid }}', '={{ $json.message.referral.clickId }}'],
		['={{ $json.statuses[0].status }}', '={{ $json.message.status }}'],
		['={{ $json.statuses[0].errors[0].code }}', '={{ $json.error.code }}'],
		['={{ $input.item.json.messages[0].id }}', '={{ $input.item.json.message.id }}'],
		['={{ $input.first().json.messages[0].id }}', '={{ $input.first().json.message.id }}'],
		["={{ $('WhatsApp Trigger').item.json.messages[0].id }}", "={{ $('WhatsApp Trigger').item.json.message.id }}"],
		['={{ $("WhatsApp Trigger").first().json.messages[0].id }}', '={{ $("WhatsApp Trigger").first().json.message.id }}'],
		['={{ $node["WhatsApp Trigger"].json["messages"][0]["id"] }}', '={{ $node["WhatsApp Trigger"].json.message.id }}'],
		['={{ $items("WhatsApp Trigger")[0].json.messages[0].id }}', '={{ $items("WhatsApp Trigger")[0].json.message.id }}'],
		['={{ [...$json.messages[0].id] }}', '={{ [...$json.message.id] }}'],
	])('%s becomes %s', (old, value) => {
		const result = behind([toBuiltInTrigger()], old);
		expect(result.value).toBe(value);
		expect(result.toDo).toEqual([]);
		expect(result.notes).toContainEqual({ node: 'Last', isToDo: false, text: 'Expressions read the fields of the new items: fields.list.0.value' });
	});

	it("reads Meta's own object, which the trigger then includes, where our item has no such field", () => {
		const { value, workflow } = behind([toBuiltInTrigger()], '={{ $json.messages[0].timestamp }} {{ $json.messages[0]?.context.from }}');
		expect(value).toBe('={{ $json.raw.timestamp }} {{ $json.raw?.context.from }}');
		expect(workflow.nodes[0]!.parameters.options).toEqual({ includeOriginal: true });
	});

	it.each([
		'{{ $input.all()[0].json.messages[0].from }}',
		'{{ $(`WhatsApp Trigger`).item.json.messages[0].from }}',
		'{{ $items()[0].json.messages[0].from }}',
		"{{ $('WhatsApp Trigger').all().map(i => i.json.messages[0].from) }}",
		"{{ $node['WhatsApp Trigger'].data.messages[0].from }}",
		"{{ $('WhatsApp Trigger').item['json']['messages'][0].from }}",
		'{{ $input.all()[0].json.metadata.phone_number_id }}',
		'{{ $input.all()[0].json.data.approved }}',
	])('%s, in a way that is not known, stays and is told', (block) => {
		const old = `=From ${block}`;
		const { value, toDo } = behind([toBuiltInTrigger()], old);
		expect(value).toBe(old);
		expect(toDo).toEqual([{ node: 'Last', parameter: 'fields.list.0.value', isToDo: true, text: `Reads ${block}, and it is not certain whose item that is.` }]);
	});

	it.each(['=See https://shop.example/a.messages', '={{ $json.metadata.order }}', '={{ "messages" }}'])('%s reads no item of theirs', (old) => {
		expect(behind([toOther('Start', 'manualTrigger', {})], old).toDo).toEqual([]);
	});

	it.each([
		['={{ $json.messages }}', '$json.messages'],
		['={{ $json.messages[0] }}', '$json.messages[0]'],
		['={{ $json.messages[0].map(f) }}', '$json.messages[0].map'],
		['={{ $json.contacts[0].profile }}', '$json.contacts[0].profile'],
		['={{ JSON.stringify($json) }}', '$json'],
		['={{ $json.metadata.display_phone_number }}', '$json.metadata.display_phone_number'],
	])('%s stays and is told', (old, read) => {
		const { value, toDo } = behind([toBuiltInTrigger()], old);
		expect(value).toBe(old);
		expect(toDo).toEqual([{ node: 'Last', parameter: 'fields.list.0.value', isToDo: true, text: `Reads ${read}, which the item does not have any more.` }]);
	});

	it.each([
		'$json.messages[0].text.body',
		'=$json.messages[0].text.body {{ 1 }}',
		'={{ my$json.messages[0].id }} {{ a.$json.messages[0].id }}',
		"={{ $('Other').item.json.id }} {{ $json.message.text }} {{ $json.name }}",
		'={{ $json.messages[0].id',
	])('leaves alone what is none: %s', (text) => {
		const { value, toDo } = behind([toBuiltInTrigger()], text);
		expect(value).toBe(text);
		expect(toDo).toEqual([]);
	});
});

describe('whose item an expression reads', () => {
	const TEXT = '={{ $json.messages[0].text.body }}';

	it('is certain behind nodes that pass items on, also in a loop', () => {
		expect(behind([toBuiltInTrigger(), toOther('If', 'if'), toOther('Wait', 'wait')], TEXT).value).toBe('={{ $json.message.text }}');
		const loop = inARow(toBuiltInTrigger(), toOther('Loop', 'splitInBatches'), toOther('Last', 'noOp', { value: TEXT }));
		loop.connections.Last = { main: [[{ node: 'Loop', type: 'main', index: 0 }]] };
		expect(convertWorkflow(loop).workflow.nodes[2]!.parameters).toEqual({ value: '={{ $json.message.text }}' });
	});

	it('is not certain behind one that makes its own, or where two come together', () => {
		const own = behind([toBuiltInTrigger(), toOther('Set', 'set')], TEXT);
		expect(own.value).toBe(TEXT);
		expect(own.toDo).toEqual([expect.objectContaining({ text: 'Reads $json.messages[0].text.body, and it is not certain whose item that is.' })]);
		const two = inARow(toBuiltInTrigger(), toOther('Last', 'noOp', { value: TEXT }), toOther('Set', 'set'));
		two.connections.Set = { main: [[{ node: 'Last', type: 'main', index: 0 }]] };
		expect(convertWorkflow(two).workflow.nodes[1]!.parameters).toEqual({ value: TEXT });
	});

	it('of a memory is that of the agent that it serves', () => {
		const workflow = inARow(toBuiltInTrigger(), toOther('Agent', 'agent'));
		workflow.nodes.push(toOther('Memory', 'memory', { key: '={{ $json.contacts[0].wa_id }}' }), toOther('Tool', 'tool', { key: '={{ $json.contacts[0].wa_id }}' }));
		workflow.connections.Memory = { ai_memory: [[{ node: 'Agent', type: 'ai_memory', index: 0 }]] };
		workflow.connections.Tool = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
		const [memory, tool] = convertWorkflow(workflow).workflow.nodes.slice(2);
		expect(memory!.parameters).toEqual({ key: '={{ $json.from }}' });
		expect(tool!.parameters).toEqual({ key: '={{ $json.contacts[0].wa_id }}' });
	});

	it('of a trigger that stays as it is, is the old one', () => {
		const nodes = [toBuiltInTrigger({ updates: '={{ 1 }}' }), toBuiltIn({ operation: 'send', textBody: '={{ $json.messages[0].text.body }}' })];
		expect(convertWorkflow(inARow(...nodes)).workflow.nodes[1]!.parameters.text).toBe('={{ $json.messages[0].text.body }}');
	});

	it.each([
		['a send', BUILT_IN_MESSAGES['a text']!, '={{ $json.messages[0].id }} {{ $json.contacts[0].wa_id }}', '={{ $json.message.id }} {{ $json.session.recipient.waId }}'],
		['a question for a text', BUILT_IN_MESSAGES['a question for a text']!, '={{ $json.data.text }}', '={{ $json.answer.text }}'],
		['a question to approve', BUILT_IN_MESSAGES['a question to approve']!, '={{ $json.data.approved }}', '={{ ($json.answer?.choice?.id === "approve") }}'],
	])('of %s is what it gives', (_case, parameters, old, value) => {
		expect(behind([toBuiltIn(parameters)], old).value).toBe(value);
	});
});

describe('the recipient of a message', () => {
	it('that was the number of who wrote is the address that every item has', () => {
		const send = toBuiltIn({ operation: 'send', recipientPhoneNumber: '={{ $json.messages[0].from }}', textBody: '={{ $json.messages[0].from }}' });
		const { workflow } = convertWorkflow(inARow(toBuiltInTrigger(), send));
		expect(workflow.nodes[1]!.parameters).toMatchObject({ recipient: '={{ $json.recipient }}', text: '={{ $json.from }}' });
	});

	const recipientOf = (recipientPhoneNumber: string) => {
		const { workflow, notes } = convertWorkflow(inARow(toBuiltInTrigger(), toBuiltIn({ operation: 'send', textBody: 'Hi', recipientPhoneNumber })));
		return { recipient: workflow.nodes[1]!.parameters.recipient, told: notes.filter(({ parameter }) => parameter === 'recipientPhoneNumber').map(({ text }) => text) };
	};

	it.each(['= {{$json.contacts[0].wa_id}} ', "={{ $('WhatsApp Trigger').item.json.messages[0].from }}", '={{ $json.messages?.[0]?.from }}', '={{ $json.statuses[0].recipient_id }}'])('is that address where it is nothing but the number: %s', (old) => {
		const { recipient, told } = recipientOf(old);
		expect(recipient).toMatch(/^= ?\{\{ ?\$.*json\??\.recipient ?\}\} ?$/);
		expect(told).toEqual([]);
	});

	it.each([
		['=+{{ $json.messages[0].from }}', '=+{{ $json.from }}'],
		['={{ "+" + $json.messages[0].from }}', '={{ "+" + $json.from }}'],
		["={{ $json.messages[0].from.replace('521', '52') }}", "={{ $json.from.replace('521', '52') }}"],
		['={{ $json.contacts[0].wa_id.toString() }}', '={{ $json.from.toString() }}'],
		['={{ `+${$json.contacts[0].wa_id}` }}', '={{ `+${$json.from}` }}'],
		['={{ $json.messages[0].from.length }}', '={{ $json.from.length }}'],
		['={{ Number($json.messages[0].from) }}', '={{ Number($json.from) }}'],
		['={{ $json.phone || $json.messages[0].from }}', '={{ $json.phone || $json.from }}'],
		['={{ $json.messages[0].from }},{{ 1 }}', '={{ $json.from }},{{ 1 }}'],
		['={{ $json.messages[0].from === "1" ? "2" : "3" }}', '={{ $json.from === "1" ? "2" : "3" }}'],
		['=+{{ $json.statuses[0].recipient_id }}', '=+{{ $json.raw.recipient_id }}'],
	])('%s, which makes something of the digits, reads the digits: %s', (old, now) => {
		const { recipient, told } = recipientOf(old);
		expect(recipient).toBe(now);
		if (now.includes('.from')) expect(told).toEqual([expect.stringContaining('which is empty for people who hide theirs')]);
	});
});

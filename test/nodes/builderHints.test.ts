import type { INodeProperties, INodeType } from 'n8n-workflow';

import { ConversationCheck } from '../../nodes/ConversationCheck/ConversationCheck.node';
import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { WindowClosingTrigger } from '../../nodes/WindowClosingTrigger/WindowClosingTrigger.node';

const NODES: INodeType[] = [
	new ConversationCheck(),
	new ReachPerson(),
	new SendFreeForm(),
	new SendTemplate(),
	new SessionWindowCheck(),
	new WhatsAppSession(),
	new WhatsAppSessionTrigger(),
	new WindowClosingTrigger(),
];
const byName = NODES.map((node) => [node.description.name, node] as const);
const names = byName.map(([name]) => `n8n-nodes-whatsapp-session.${name}`);

/** All parameters of a node, those within collections too. */
function allOf(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const inner = (property.options ?? []).flatMap((option) => ('values' in option ? option.values : 'type' in option ? [option] : []));
		return [property, ...allOf(inner)];
	});
}

describe("what n8n's workflow builder and its MCP server read", () => {
	it.each(byName)('says of %s what it is for, and which nodes it goes with', (name, { description: { builderHint } }) => {
		expect(builderHint?.searchHint?.length).toBeGreaterThan(80);
		const related = builderHint?.relatedNodes ?? [];
		expect(related.length).toBeGreaterThan(0);
		for (const { nodeType, relationHint } of related) {
			expect(names).toContain(nodeType);
			expect(nodeType).not.toBe(`n8n-nodes-whatsapp-session.${name}`);
			expect(relationHint).not.toBe('');
		}
	});

	it.each(byName)('has in the hints of %s no expression, which n8n would take for one', (_, { description }) => {
		const hints = [description.builderHint, ...allOf(description.properties).map(({ builderHint }) => builderHint)];
		expect(JSON.stringify(hints)).not.toContain('{{');
	});
});

describe('the parameters of every node', () => {
	it.each(byName)('of %s begin without an expression, which shows a red "undefined" as long as there is no data', (_, { description }) => {
		const expressions = allOf(description.properties).filter((property) => JSON.stringify(property.default ?? '').startsWith('"='));
		expect(expressions.map(({ displayName }) => displayName)).toEqual([]);
	});

	it.each(byName)('of %s show examples that begin with e.g., an invitation, or nothing', (_, { description }) => {
		const placeholders = allOf(description.properties).flatMap(({ placeholder = '' }) => (placeholder === '' ? [] : [placeholder]));
		expect(placeholders.filter((words) => !/^(e\.g\. |Add |Select |Show )/.test(words))).toEqual([]);
	});
});

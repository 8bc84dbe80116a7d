import type { INodeProperties } from 'n8n-workflow';

/** Whether the node goes on at once, or when the person has answered. */
export const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Send', value: 'send', action: 'Send a message', description: 'Send the message and go on' },
		{
			name: 'Send and Wait for Answer',
			// Not `sendAndWait`: of an operation of that name n8n makes a tool that asks for approval in its own way.
			value: 'ask',
			action: 'Send a message and wait for the answer',
			description:
				"Send the message, wait, and go on with what the person answers: a tap, a reply, or the next message",
		},
	],
	default: 'send',
};

/** What the node does, as n8n evaluates it to draw the node. */
export const OPERATION_EXPRESSIONS = {
	/** n8n itself passes the item on when nobody has answered in time, and knows no output for it but the first. */
	outputs:
		'={{ ($parameter["operation"] === "ask" ? ["No Answer", "Window Closed", "Answered"] : ["Sent", "Window Closed"]).map((name) => ({ type: "main", displayName: name })) }}',
	subtitle:
		'={{ ($parameter["operation"] === "ask" ? "wait for answer: " : "") + $parameter["messageType"] + ({ template: ", else a template", directSend: ", else by Direct Send", keep: ", else keep it" }[$parameter["whenClosed"]] || "") }}',
} as const;

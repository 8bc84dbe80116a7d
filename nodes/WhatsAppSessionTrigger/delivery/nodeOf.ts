import type { INode, IWebhookFunctions } from 'n8n-workflow';

const nodes = new WeakMap<object, INode>();

/** Gives the node that a request is for. n8n makes a deep copy whenever it is asked, so it is asked once for each request. */
export function nodeOf(context: Pick<IWebhookFunctions, 'getNode'>): INode {
	const known = nodes.get(context);
	if (known) return known;
	const node = context.getNode();
	nodes.set(context, node);
	return node;
}

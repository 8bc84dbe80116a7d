import type { ConversionNote } from './ConversionNote';
import type { WorkflowNode } from './Workflow';

/** Tells of an HTTP Request node that posts messages to WhatsApp by itself; nobody can read its body for certain. */
export function tellOfRequests({ name, type, parameters }: WorkflowNode): ConversionNote[] {
	const { url, method, requestMethod } = parameters;
	const posts = [method, requestMethod].includes('POST') && typeof url === 'string';
	if (type !== 'n8n-nodes-base.httpRequest' || !posts || !url.includes('graph.facebook.com') || !/\/messages\b/.test(url)) return [];
	const isTemplate = /type\W{1,12}template\b/.test(JSON.stringify(parameters));
	const node = isTemplate ? 'WhatsApp Send Template' : 'WhatsApp Send Free-form';
	return [{ node: name, isToDo: true, text: `Posts a message to WhatsApp without looking at the window. Put ${node} in its place, and fill in by hand what its body says.` }];
}

import { CannotConvertError } from './CannotConvertError';
import { GivenParameters } from './GivenParameters';
import type { NodeConversion } from './NodeConversion';
import { convertMessage } from './parts/convertMessage';
import { convertQuestion } from './parts/convertQuestion';
import { convertTemplate } from './parts/convertTemplate';
import { convertTrigger, type TriggerUse } from './parts/convertTrigger';
import type { SourceKind } from './expressions/SourceKind';
import type { WorkflowNode } from './Workflow';

const PACKAGE = 'n8n-nodes-whatsapp-session.';
const TRIGGER = 'n8n-nodes-base.whatsAppTrigger';
const TOOL = 'Tool';
const MOST_OF_A_VALUE = 1000;

const TITLES: Readonly<Record<string, string>> = {
	sendFreeForm: 'WhatsApp Send Free-form',
	sendTemplate: 'WhatsApp Send Template',
	whatsAppSessionTrigger: 'WhatsApp Session Trigger',
};

const MEDIA: Readonly<Record<string, string>> = {
	mediaUpload: "a file needs no upload of its own here. Give the name of its field in 'File' of the send, and take this node out.",
	mediaUrlGet: "switch on Download Media in the options of the trigger: the file then comes with the item, and this node can go.",
	mediaDelete: 'nothing here deletes a file at Meta, which keeps it for 30 days.',
};

/** A built-in node, and what it becomes. */
export interface ConvertedNode extends NodeConversion {
	kind: SourceKind;
	/** What the editor calls the node. */
	title: string;
}

/**
 * Converts one of n8n's own nodes for WhatsApp. What has no place becomes something to do, and nothing is lost without a word.
 *
 * @throws {CannotConvertError} when it has no counterpart, or an expression decides what it is
 */
export function convertNode(node: WorkflowNode, use: TriggerUse): ConvertedNode {
	const given = new GivenParameters(node.parameters);
	const isTool = node.type.endsWith(TOOL);
	const toolDescription = isTool ? takeDescription(given) : undefined;
	const { kind, ...conversion } = convertKind(node, given, use);
	const parameters = { ...(toolDescription !== undefined && { toolDescription }), ...conversion.parameters };
	const lost = given.leftOver().map(([path, value]) => `'${path}' has no place here and was left out: ${String(JSON.stringify(value)).slice(0, MOST_OF_A_VALUE)}`);
	const type = `${PACKAGE}${conversion.type}${isTool ? TOOL : ''}`;
	return { ...conversion, kind, type, title: TITLES[conversion.type] ?? type, parameters, toDo: [...conversion.toDo, ...lost, ...tellOfErrors(node)] };
}

function convertKind({ type }: WorkflowNode, given: GivenParameters, use: TriggerUse): NodeConversion & { kind: SourceKind } {
	if (type === TRIGGER) return { ...convertTrigger(given, use), kind: 'trigger' };
	if (type.includes('Hitl')) throw new CannotConvertError('it asks a person before the tool of an agent runs, and has no counterpart.');
	const resource = given.choose('message', 'resource');
	const operation = given.choose(resource === 'message' ? 'sendTemplate' : 'mediaUpload', 'operation');
	if (resource === 'message') {
		if (operation === 'send') return { ...convertMessage(given), kind: 'send' };
		if (operation === 'sendTemplate') return { ...convertTemplate(given), kind: 'send' };
		if (operation === 'sendAndWait') return { ...convertQuestion(given), kind: 'ask' };
	}
	const reason = Object.hasOwn(MEDIA, operation) ? MEDIA[operation] : undefined;
	throw new CannotConvertError(reason ?? `the operation '${operation.slice(0, 40)}' of '${resource.slice(0, 40)}' is unknown.`);
}

function takeDescription(given: GivenParameters): unknown {
	given.take('descriptionType');
	return given.take('toolDescription');
}

function tellOfErrors({ onError, continueOnFail }: WorkflowNode): string[] {
	if (onError !== 'continueRegularOutput' && continueOnFail !== true) return [];
	return ["What fails now leaves on the second output, with 'error', and not on the first one."];
}

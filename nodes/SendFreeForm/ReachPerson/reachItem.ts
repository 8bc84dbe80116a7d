import type { IDataObject } from 'n8n-workflow';

import { WhatsAppSessionError } from '../../shared/domain/WhatsAppSessionError';
import { isForAll } from '../../shared/n8n/items/isForAll';
import { isToolRun } from '../../shared/n8n/items/isToolRun';
import type { SendRun } from '../../shared/n8n/items/openSendRun';
import type { SentItem } from '../../shared/n8n/items/sendItems';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import { sendFreeFormItem } from '../sendFreeFormItem';
import { describeOutcome, type Outcome } from './describeOutcome';

/**
 * Gets the text of one item to its person as Send Free-form does, and adds in words what has become of it. What is kept until the person
 * writes has not reached the person yet, also where somebody was asked to write.
 *
 * An AI agent gets these words also where its input cannot be used, so that it can do better, and nothing that it has no use for.
 */
export async function reachItem(run: SendRun, itemIndex: number): Promise<SentItem> {
	const isTool = isToolRun(run.context);
	const sent = await sendFreeFormItem({ ...run, read: withFixedChoices(run.read) }, itemIndex).catch((error: unknown) => {
		const isOfInput = error instanceof WhatsAppSessionError && !isForAll(error);
		const failure = isTool && isOfInput ? toFailure(error) : undefined;
		return failure ?? Promise.reject(error as Error);
	});
	const reached = describeOutcome(sent.json as unknown as Outcome);
	const json: IDataObject = { reached: reached as unknown as IDataObject, ...sent.json };
	if (isTool) delete json.session;
	return { output: reached.isReached ? 0 : 1, json };
}

function toFailure({ message, advice }: WhatsAppSessionError): SentItem {
	return { output: 1, json: { notSent: { reason: 'invalidInput', message, advice } } };
}

/** What Send Free-form asks its builder, and this node does not. */
function withFixedChoices(read: ParameterReader): ParameterReader {
	const choices: Readonly<Record<string, (itemIndex: number) => unknown>> = {
		messageType: () => 'text',
		'options.splitText': () => true,
		'options.convertMarkdown': (itemIndex) => read('options.convertMarkdown', itemIndex, 'whatsApp'),
		why: (itemIndex) => read('why', itemIndex, 'service'),
		whenClosed: (itemIndex) => read('whenClosed', itemIndex, 'template'),
	};
	const readChosen = (name: string, itemIndex: number, fallback?: unknown) => {
		const choose = Object.hasOwn(choices, name) ? choices[name] : undefined;
		return choose ? choose(itemIndex) : read(nameHere(name), itemIndex, fallback);
	};
	return Object.assign(readChosen, { stored: (name: string) => read.stored(nameHere(name)) });
}

/** What is an option there is a parameter here. */
function nameHere(name: string): string {
	return name === 'options.topic' ? 'topic' : name;
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { FreeFormMessage } from '../shared/cloudApi/messages/FreeFormMessage';
import { readMessageId } from '../shared/cloudApi/messages/readMessageId';
import { ReEngagementError } from '../shared/cloudApi/ReEngagementError';
import { toRecipientAddress } from '../shared/cloudApi/toRecipientAddress';
import { decideSend, type ClosedWindowPolicy } from '../shared/domain/decideSend';
import { WhatsAppSessionError } from '../shared/domain/WhatsAppSessionError';
import type { Destination, Sender } from '../shared/n8n/openSender';
import type { SentItem } from '../shared/n8n/sendItems';
import { toSessionJson, type SessionView } from '../shared/n8n/toSessionJson';
import { hasFiles, uploadFormFiles } from './message/formFiles';
import { readMessage, type AskedMessage } from './message/readMessage';
import { sendAsTemplate } from './sendAsTemplate';

/**
 * Sends the message of one item if the window is open at this moment, and otherwise does what the builder chose.
 *
 * Meta has the last word: a send that it refuses with 131047 takes the same way as a closed window, and closes the
 * session in the store. Files are uploaded when the window is open and nothing else can be refused any more.
 */
export async function sendFreeFormItem(
	context: IExecuteFunctions,
	sender: Sender,
	itemIndex: number,
): Promise<SentItem> {
	const { read } = sender;
	const destination = await sender.destinationOf(itemIndex);
	const asked = await readMessage(context, read, itemIndex);
	const message = asked.make(asked.form);
	const answered = asked.type === 'reaction' ? {} : readContext(read('options.replyTo', itemIndex, ''));
	const whenClosed = read('whenClosed', itemIndex, 'route') as ClosedWindowPolicy;
	// A text names itself, as it did when there was nothing else to send.
	const content = asked.type === 'text' ? message.carried.text : [asked.type, asked.form];

	const view = await sender.lookUp(destination);
	const earlier = await sender.findEarlier(destination, view, content);
	if (earlier) return { output: 0, json: { session: toSessionJson(view), message: earlier } };
	const closedSend = { message, content, whenClosed };
	const decision = decideSend({ kind: 'freeForm', window: view.window, whenClosed });
	if (decision !== 'sendFreeForm') return await closedWay(context, sender, destination, { ...closedSend, view });

	const ready = await withUploads(context, sender, destination, asked, message);
	const payload = { ...toRecipientAddress(destination.recipient), ...ready.payload, ...answered };
	const outcome = await sender.send(destination, view, { sentAs: 'freeForm', payload, content }).then(
		(sent) => ({ sent }),
		(refusal: unknown) => ({ refusal }),
	);
	if ('sent' in outcome) return { output: 0, json: { session: toSessionJson(view), message: outcome.sent } };
	if (!(outcome.refusal instanceof ReEngagementError)) throw outcome.refusal;
	const viewAfter = await sender.lookUp(destination);
	return await closedWay(context, sender, destination, { ...closedSend, view: viewAfter, refusal: outcome.refusal });
}

function readContext(replyTo: unknown): { context?: { message_id: string } } {
	if (replyTo === undefined || replyTo === null || replyTo === '') return {};
	return { context: { message_id: readMessageId('Reply To', replyTo) } };
}

async function withUploads(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	asked: AskedMessage,
	message: FreeFormMessage,
): Promise<FreeFormMessage> {
	if (!hasFiles(asked.form)) return message;
	return asked.make(await uploadFormFiles(context, sender, destination, asked.form));
}

interface ClosedSend {
	message: FreeFormMessage;
	/** What the item asks to send, for the send-once key. */
	content: unknown;
	whenClosed: ClosedWindowPolicy;
	view: SessionView;
	/** What Meta said; undefined when the window was known to be closed. */
	refusal?: ReEngagementError;
}

async function closedWay(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	{ message, content, whenClosed, view, refusal }: ClosedSend,
): Promise<SentItem> {
	if (whenClosed === 'template') return await sendAsTemplate(context, sender, destination, message.carried, content);
	if (whenClosed === 'fail') throw refusal ?? windowIsClosed(view);
	// Without `message`: behind the trigger that is the person's own, which a fallback may want to quote.
	return { output: 1, json: { session: toSessionJson(view) } };
}

function windowIsClosed({ window }: SessionView): WhatsAppSessionError {
	const since = window.closesAt ? `It closed at ${window.closesAt.toISO()}.` : 'No inbound message is on record.';
	return new WhatsAppSessionError(
		`The customer service window of this person is not open (${window.reason}), so nothing was sent. ${since}`,
		{ advice: "Send an approved template, or choose another way in 'When the Window Is Closed'." },
	);
}

import type { IExecuteFunctions } from 'n8n-workflow';

import { ReEngagementError } from '../shared/cloudApi/ReEngagementError';
import { toRecipientAddress } from '../shared/cloudApi/toRecipientAddress';
import { toTextMessage } from '../shared/cloudApi/messages/toTextMessage';
import { decideSend, type ClosedWindowPolicy } from '../shared/domain/decideSend';
import { WhatsAppSessionError } from '../shared/domain/WhatsAppSessionError';
import type { Destination, Sender } from '../shared/n8n/openSender';
import type { SentItem } from '../shared/n8n/sendItems';
import { toSessionJson, type SessionView } from '../shared/n8n/toSessionJson';
import { readText } from './readText';
import { sendAsTemplate } from './sendAsTemplate';

/**
 * Sends the text of one item if the window is open at this moment, and otherwise does what the builder chose.
 *
 * Meta has the last word: a send that it refuses with 131047 takes the same way as a closed window, and closes the
 * session in the store.
 */
export async function sendFreeFormItem(
	context: IExecuteFunctions,
	sender: Sender,
	itemIndex: number,
): Promise<SentItem> {
	const { read } = sender;
	const destination = await sender.destinationOf(itemIndex);
	const text = readText(read('text', itemIndex, ''));
	const message = toTextMessage({
		text,
		previewUrl: read('options.previewUrl', itemIndex, false) === true,
		replyTo: String(read('options.replyTo', itemIndex, '') ?? ''),
	});
	const whenClosed = read('whenClosed', itemIndex, 'route') as ClosedWindowPolicy;

	const view = await sender.lookUp(destination);
	const earlier = await sender.findEarlier(destination, view, text);
	if (earlier) return { output: 0, json: { session: toSessionJson(view), message: earlier } };
	const decision = decideSend({ kind: 'freeForm', window: view.window, whenClosed });
	if (decision !== 'sendFreeForm') return await closedWay(context, sender, destination, { text, whenClosed, view });

	const payload = { ...toRecipientAddress(destination.recipient), ...message };
	const outcome = await sender.send(destination, view, { sentAs: 'freeForm', payload, content: text }).then(
		(sent) => ({ sent }),
		(refusal: unknown) => ({ refusal }),
	);
	if ('sent' in outcome) return { output: 0, json: { session: toSessionJson(view), message: outcome.sent } };
	if (!(outcome.refusal instanceof ReEngagementError)) throw outcome.refusal;
	const viewAfter = await sender.lookUp(destination);
	return await closedWay(context, sender, destination, { text, whenClosed, view: viewAfter, refusal: outcome.refusal });
}

interface ClosedSend {
	text: string;
	whenClosed: ClosedWindowPolicy;
	view: SessionView;
	/** What Meta said; undefined when the window was known to be closed. */
	refusal?: ReEngagementError;
}

async function closedWay(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	{ text, whenClosed, view, refusal }: ClosedSend,
): Promise<SentItem> {
	if (whenClosed === 'template') return await sendAsTemplate(context, sender, destination, text);
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

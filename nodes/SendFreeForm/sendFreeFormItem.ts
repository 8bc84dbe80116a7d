import type { IExecuteFunctions } from 'n8n-workflow';

import type { FreeFormMessage } from '../shared/cloudApi/messages/FreeFormMessage';
import { readMessageId } from '../shared/cloudApi/messages/readMessageId';
import { ReEngagementError } from '../shared/cloudApi/ReEngagementError';
import { toRecipientAddress } from '../shared/cloudApi/toRecipientAddress';
import { decideSend, type ClosedWindowPolicy } from '../shared/domain/decideSend';
import { WhatsAppSessionError } from '../shared/domain/WhatsAppSessionError';
import type { MessageJson } from '../shared/n8n/MessageJson';
import type { Destination, Sender } from '../shared/n8n/openSender';
import type { SentItem } from '../shared/n8n/sendItems';
import { sendWithFiles } from '../shared/n8n/sendWithFiles';
import { toSessionJson, type SessionView } from '../shared/n8n/toSessionJson';
import { hasFiles, uploadFormFiles } from './message/formFiles';
import { readMessage, type AskedMessage } from './message/readMessage';
import { sendAsTemplate } from './sendAsTemplate';
import { showManners } from './showManners';

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
	const destination = await sender.destinationOf(itemIndex);
	const asked = await readSend(context, sender, itemIndex);
	const { content, whenClosed } = asked;
	const view = await sender.lookUp(destination);
	const earlier = await sender.findEarlier(destination, view, content);
	if (earlier) return { output: 0, json: { session: toSessionJson(view), message: earlier } };
	if (!isAllowed(view, whenClosed)) return await closedWay(context, sender, destination, { ...asked, view });

	const hasWaited = await showManners(context, sender, destination);
	const outcome = await attempt(context, sender, destination, { ...asked, hasWaited }, view);
	if ('sent' in outcome) return { output: 0, json: { session: toSessionJson(outcome.view), message: outcome.sent } };
	if (!('refusal' in outcome)) return await closedWay(context, sender, destination, { ...asked, view: outcome.view });
	const { refusal } = outcome;
	if (!(refusal instanceof ReEngagementError)) throw refusal;
	const viewAfter = await sender.lookUp(destination);
	return await closedWay(context, sender, destination, { ...asked, view: viewAfter, refusal });
}

/** What one item asks to send. */
interface FreeFormSend {
	asked: AskedMessage;
	message: FreeFormMessage;
	/** The message that it answers, as the send call wants it; nothing where it answers none. */
	answered: { context?: { message_id: string } };
	/** What makes the message the same one, for the send-once key. */
	content: unknown;
	whenClosed: ClosedWindowPolicy;
}

async function readSend(context: IExecuteFunctions, { read }: Sender, itemIndex: number): Promise<FreeFormSend> {
	const asked = await readMessage(context, read, itemIndex);
	const message = asked.make(asked.form);
	const answered = asked.type === 'reaction' ? {} : readContext(read('options.replyTo', itemIndex, ''));
	return {
		asked,
		message,
		answered,
		content: [asked.type, asked.form, answered],
		whenClosed: read('whenClosed', itemIndex, 'route') as ClosedWindowPolicy,
	};
}

function isAllowed({ window }: SessionView, whenClosed: ClosedWindowPolicy): boolean {
	return decideSend({ kind: 'freeForm', window, whenClosed }) === 'sendFreeForm';
}

type Outcome = { sent: MessageJson; view: SessionView } | { view: SessionView } | { refusal: unknown };

/** Uploads and sends; gives the window alone where it has closed meanwhile: an upload may take minutes. */
async function attempt(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	{ asked, message, answered, content, whenClosed, hasWaited }: FreeFormSend & { hasWaited: boolean },
	view: SessionView,
): Promise<Outcome> {
	const brings = hasFiles(asked.form);
	const sending = sendWithFiles(context, sender, destination, async (upload): Promise<Outcome> => {
		const ready = brings ? asked.make(await uploadFormFiles(asked.form, upload)) : message;
		const viewNow = brings || hasWaited ? await sender.lookUp(destination) : view;
		if (!isAllowed(viewNow, whenClosed)) return { view: viewNow };
		const payload = { ...toRecipientAddress(destination.recipient), ...ready.payload, ...answered };
		return { sent: await sender.send(destination, viewNow, { sentAs: 'freeForm', payload, content }), view: viewNow };
	});
	return await sending.catch((refusal: unknown) => ({ refusal }));
}

function readContext(replyTo: unknown): { context?: { message_id: string } } {
	if (replyTo === undefined || replyTo === null || replyTo === '') return {};
	return { context: { message_id: readMessageId('Reply To', replyTo) } };
}

interface ClosedSend extends FreeFormSend {
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
	const { message: happened, advice } = windowIsClosed(view);
	return { output: 1, json: { session: toSessionJson(view), notSent: { reason: 'windowClosed', message: happened, advice } } };
}

function windowIsClosed({ window }: SessionView): WhatsAppSessionError {
	const since = window.closesAt ? `It closed at ${window.closesAt.toISO()}.` : 'No inbound message is on record.';
	return new WhatsAppSessionError(
		`The customer service window of this person is not open (${window.reason}), so nothing was sent. ${since}`,
		{ advice: "Send an approved template, or choose another way in 'When the Window Is Closed'." },
	);
}

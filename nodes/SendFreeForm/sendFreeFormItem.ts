import type { IExecuteFunctions } from 'n8n-workflow';

import type { FreeFormMessage, MessagePayload } from '../shared/cloudApi/messages/FreeFormMessage';
import { readMessageId } from '../shared/cloudApi/messages/readMessageId';
import { ReEngagementError } from '../shared/cloudApi/errors/ReEngagementError';
import { toRecipientAddress } from '../shared/cloudApi/client/toRecipientAddress';
import { decideSend, type ClosedWindowPolicy } from '../shared/domain/decideSend';
import { WhatsAppSessionError } from '../shared/domain/WhatsAppSessionError';
import type { SentMessage } from '../shared/sending/SentMessage';
import type { Destination, Sender } from '../shared/n8n/items/openSender';
import type { SentItem } from '../shared/n8n/items/sendItems';
import { sendWithFiles } from '../shared/n8n/files/sendWithFiles';
import { toSessionJson, type SessionView } from '../shared/n8n/items/toSessionJson';
import { hasFiles, uploadFormFiles } from './message/formFiles';
import { readMessage, type AskedMessage } from './message/readMessage';
import { sendAsTemplate } from './sendAsTemplate';
import { showManners } from './showManners';

/**
 * Sends the message of one item if the window is open at this moment, and otherwise does what the builder chose.
 *
 * Meta has the last word: a send that it refuses with 131047 takes the same way as a closed window, and closes the
 * session in the store. Files are uploaded when the window is open and nothing else can be refused any more. A long text
 * that is split goes out part by part.
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
	// Where the last part is out, all parts are.
	const earlier = await sender.findEarlier(destination, view, content, (asked.message.rest?.length ?? 0) + 1);
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

type Outcome = { sent: SentMessage; view: SessionView } | { view: SessionView } | { refusal: unknown };

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
	const outcome = await sending.catch((refusal: unknown) => ({ refusal }));
	if (!('sent' in outcome) || !message.rest) return outcome;
	return { sent: await sendRest(sender, destination, outcome, { rest: message.rest, content }), view: outcome.view };
}

/** Sends the further parts of a text, each when WhatsApp has the one before; gives the last one, with the IDs of all. */
async function sendRest(
	sender: Sender,
	destination: Destination,
	{ sent, view }: { sent: SentMessage; view: SessionView },
	{ rest, content }: { rest: MessagePayload[]; content: unknown },
): Promise<SentMessage> {
	const messages = [sent];
	for (const [index, part] of rest.entries()) {
		const payload = { ...toRecipientAddress(destination.recipient), ...part };
		const send = sender.send(destination, view, { sentAs: 'freeForm', payload, content, part: index + 2 });
		messages.push(await send.catch((error: unknown) => throwPartFailed(error, index + 2, rest.length + 1)));
	}
	const alreadySent = messages.every((message) => message.alreadySent);
	return { ...sent, ...messages.at(-1), alreadySent, parts: messages.map(({ id }) => id) };
}

/** Never the way of a closed window: a part of the text is out, and no template may say it once more. */
function throwPartFailed(error: unknown, part: number, count: number): never {
	if (!(error instanceof WhatsAppSessionError)) throw error;
	const { message, advice } = error;
	throw new WhatsAppSessionError(`Part ${part} of ${count} of the text was not sent, and those before it were. ${message}`, {
		advice: `${advice} A retry of the node sends only what is missing.`.trim(),
		cause: error,
	});
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
	if (message.rest && (await sender.findEarlier(destination, view, content))) throw restIsLate(view);
	if (whenClosed === 'template') return await sendAsTemplate(context, sender, destination, message.carried, content);
	if (whenClosed === 'fail') throw refusal ?? windowIsClosed(view);
	// Without `message`: behind the trigger that is the person's own, which a fallback may want to quote.
	const { message: happened, advice } = windowIsClosed(view);
	return { output: 1, json: { session: toSessionJson(view), notSent: { reason: 'windowClosed', message: happened, advice } } };
}

/** A retry came too late for the rest of a text: what the person has of it is neither all nor nothing. */
function restIsLate({ window }: SessionView): WhatsAppSessionError {
	return new WhatsAppSessionError(
		`The text is long and was sent in part only: the window closed (${window.reason}) before the rest of it was sent.`,
		{ advice: 'Run it again when the person has written, and only the rest is sent; or send an approved template by another node.' },
	);
}

function windowIsClosed({ window }: SessionView): WhatsAppSessionError {
	const since = window.closesAt ? `It closed at ${window.closesAt.toISO()}.` : 'No inbound message is on record.';
	return new WhatsAppSessionError(
		`The customer service window of this person is not open (${window.reason}), so nothing was sent. ${since}`,
		{ advice: "Send an approved template, or choose another way in 'When the Window Is Closed'." },
	);
}

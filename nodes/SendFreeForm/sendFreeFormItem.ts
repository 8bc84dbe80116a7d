import { toIdentityCheck } from '../shared/cloudApi/client/toIdentityCheck';
import { toRecipientAddress } from '../shared/cloudApi/client/toRecipientAddress';
import type { FreeFormMessage } from '../shared/cloudApi/messages/FreeFormMessage';
import { requireGroupMessage } from '../shared/cloudApi/messages/requireGroupMessage';
import { readMessageId } from '../shared/cloudApi/messages/readMessageId';
import { groupOf } from '../shared/domain/groupAsUser';
import type { Held } from '../shared/domain/policies/combineVerdicts';
import type { ClosedWindowPolicy } from '../shared/domain/policies/Policy';
import { WhatsAppSessionError } from '../shared/domain/WhatsAppSessionError';
import type { SendRun } from '../shared/n8n/items/openSendRun';
import type { SentItem } from '../shared/n8n/items/sendItems';
import { toNotSentJson } from '../shared/n8n/items/toNotSentJson';
import { toSessionJson } from '../shared/n8n/items/toSessionJson';
import { readBudget } from '../shared/n8n/parameters/budgetProperty';
import { readKeepBack } from '../shared/n8n/parameters/keepBackProperty';
import { readManners } from '../shared/n8n/parameters/readManners';
import { readWhenUndecided } from '../shared/n8n/parameters/whenUndecidedProperty';
import type { Destination } from '../shared/sending/Destination';
import type { Outbound, SendResult } from '../shared/sending/Outbound';
import { sendOutbound } from '../shared/sending/sendOutbound';
import type { SessionView } from '../shared/sending/SessionView';
import { hasFiles, uploadFormFiles } from './message/formFiles';
import { readMessage, type AskedMessage } from './message/readMessage';
import { readPurpose } from './purposeProperty';
import { keepAndNudge } from './outbox/keepAndNudge';
import { sendAsTemplate } from './sendAsTemplate';
import { sendDirectly } from './sendDirectly';
import { showReadAndTyping } from './showReadAndTyping';

/**
 * Sends the message of one item if nothing speaks against it at this moment (see `sendOutbound`), and otherwise does what the
 * builder chose.
 */
export async function sendFreeFormItem(run: SendRun, itemIndex: number): Promise<SentItem> {
	const destination = await run.destinationOf(itemIndex);
	const asked = await readSend(run, itemIndex);
	if (groupOf(destination.recipient) !== undefined) requireGroupMessage(asked.message.payload);
	const outbound = toOutbound(run, destination, asked);
	const result = await sendOutbound(run.sender, outbound);
	if (result.outcome === 'sent') return { output: 0, json: { message: result.message, session: toSessionJson(result.view) } };
	return await goOtherWay(run, outbound, asked, result);
}

/** What one item asks to send. */
interface FreeFormSend {
	asked: AskedMessage;
	message: FreeFormMessage;
	/** The message that it answers, as the send call wants it; nothing where it answers none. */
	answered: { context?: { message_id: string } };
	whenClosed: ClosedWindowPolicy;
}

async function readSend({ context, read }: SendRun, itemIndex: number): Promise<FreeFormSend> {
	const asked = await readMessage(context, read, itemIndex);
	return {
		asked,
		message: asked.make(asked.form),
		answered: asked.type === 'reaction' ? {} : readContext(read('options.replyTo', itemIndex, '')),
		whenClosed: read('whenClosed', itemIndex, 'route') as ClosedWindowPolicy,
	};
}

function readContext(replyTo: unknown): FreeFormSend['answered'] {
	if (replyTo === undefined || replyTo === null || replyTo === '') return {};
	return { context: { message_id: readMessageId('Reply To', replyTo) } };
}

function toOutbound(run: SendRun, destination: Destination, { asked, message, answered, whenClosed }: FreeFormSend): Outbound {
	const bringsFiles = hasFiles(asked.form);
	const address = { ...toRecipientAddress(destination.recipient), ...toIdentityCheck(destination.identityHash) };
	return {
		...run.beginOutbound(destination),
		message: {
			sentAs: 'freeForm',
			whenClosed,
			purpose: readPurpose(run, destination.itemIndex),
			whenUndecided: readWhenUndecided(run.read, destination.itemIndex),
			keepsBackWhenTakenOver: readKeepBack(run.read, destination.itemIndex),
			budget: readBudget(run, destination.itemIndex),
			isReaction: asked.type === 'reaction',
			manners: readManners(run.read, run.account.credentials.manners, destination.itemIndex, { sentAs: 'freeForm' }),
		},
		content: [asked.type, asked.form, answered],
		count: 1 + (message.rest?.length ?? 0),
		bringsFiles,
		pause: async () => await showReadAndTyping(run, destination),
		makePayloads: async (upload) => {
			const { payload, rest = [] } = bringsFiles ? asked.make(await uploadFormFiles(asked.form, upload)) : message;
			return [{ ...address, ...payload, ...answered }, ...rest.map((part) => ({ ...address, ...part }))];
		},
	};
}

/** What the builder chose for a message that is held: the ways of a closed window are for nothing but a closed window. */
async function goOtherWay(
	run: SendRun,
	outbound: Outbound,
	{ asked, message, whenClosed }: FreeFormSend,
	result: Exclude<SendResult, { outcome: 'sent' }>,
): Promise<SentItem> {
	const { view } = result;
	if (result.outcome === 'dryRun') throw new Error('A free-form message has no dry run.');
	const { decision, refusal, isBegun } = result;
	if (isBegun) throw restIsHeld(view, decision);
	if (decision.objections.every(({ reason }) => reason === 'windowClosed')) {
		if (whenClosed === 'template') return await sendAsTemplate(run, outbound.destination, message.carried, outbound.content);
		if (whenClosed === 'directSend') return await sendDirectly(run, outbound, message);
		if (whenClosed === 'keep') return await keepAndNudge(run, outbound, asked.type, view);
		if (whenClosed === 'fail') throw refusal ?? toError(decision);
	}
	// Without `message`: behind the trigger that is the person's own, which a fallback may want to quote.
	return { output: 1, json: { notSent: toNotSentJson(decision), session: toSessionJson(view) } };
}

/** What the person has of a long text is neither all nor nothing, and nothing else may say it once more. */
function restIsHeld({ window }: SessionView, { objections: [{ reason, message, advice }] }: Held): WhatsAppSessionError {
	if (reason === 'windowClosed') {
		return new WhatsAppSessionError(
			`The text is long and was sent in part only: the window closed (${window.reason}) before the rest of it was sent.`,
			{ advice: 'Run it again when the person has written, and only the rest is sent; or send an approved template by another node.' },
		);
	}
	return new WhatsAppSessionError(`The text is long and was sent in part only (${reason}). ${message ?? ''}`.trim(), {
		advice: `${advice ?? ''} Once nothing speaks against it any more, run it again, and only the rest is sent.`.trim(),
	});
}

function toError({ objections: [{ reason, message, advice }] }: Held): WhatsAppSessionError {
	return new WhatsAppSessionError(message ?? reason, { advice });
}

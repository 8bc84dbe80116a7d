import type { IDataObject } from 'n8n-workflow';

import { toRecipientAddress } from '../../shared/cloudApi/client/toRecipientAddress';
import { toTemplateMessage } from '../../shared/cloudApi/templates/toTemplateMessage';
import { composeSendOnceKey } from '../../shared/domain/composeSendOnceKey';
import type { SendRun } from '../../shared/n8n/items/openSendRun';
import type { SentItem } from '../../shared/n8n/items/sendItems';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { toTemplateChoice } from '../../shared/n8n/templates/findTemplate';
import { readTemplateInput } from '../../shared/n8n/templates/readTemplateInput';
import { sendTemplateMessage, type TemplateSend } from '../../shared/n8n/templates/sendTemplateMessage';
import { lookUp } from '../../shared/sending/lookUp';
import type { Outbound } from '../../shared/sending/Outbound';
import { sendKept } from '../../shared/sending/outbox/sendKept';
import type { SessionView } from '../../shared/sending/SessionView';
import { toEarlierMessage } from '../../shared/sending/toEarlierMessage';
import type { KeptMessage, OutboxState } from '../../shared/store/Outbox';
import { keepMessage } from './keepMessage';
import { readKeepDays } from './readKeepDays';

/** Why a message that was kept before is not kept once more. */
const ENDS: Partial<Record<OutboxState, string>> = { cancelled: 'outboxCancelled', givenUp: 'outboxGivenUp', sent: 'outboxSent' };

/**
 * Keeps the message until the person writes, and asks the person by a template to do so. One nudge goes out for all that waits for a person,
 * by the rules of every template.
 *
 * The message is on record before the nudge leaves, so that no answer comes too soon. What is wrong with the template is found before
 * anything is kept.
 *
 * The item leaves on 'Sent' when the person has been asked, now or before, and on 'Window Closed' with `notSent` where the nudge may not go
 * out: the message is kept all the same, and goes out when the person writes of their own accord.
 *
 * @param type - value of 'Message Type'
 * @throws {InvalidInputError} when the days, the template or the message do not fit; nothing is kept then
 */
export async function keepAndNudge(run: SendRun, outbound: Outbound, type: string, view: SessionView): Promise<SentItem> {
	const { destination } = outbound;
	const keptForMs = readKeepDays(run.read, destination.itemIndex);
	const nudge = await readNudge(run, destination.itemIndex);
	const addressFields = Object.keys(toRecipientAddress(destination.recipient));
	const kept = await keepMessage(run, outbound, { type, keptForMs, view, addressFields });
	if (kept.state !== 'kept') return toEnded(view, kept);
	const sent = await sendIfWritten(run, outbound);
	if (sent) return sent;
	return toKept(kept, await sendTemplateMessage(nudgingFor(run, kept), destination, nudge));
}

async function readNudge(run: SendRun, itemIndex: number): Promise<TemplateSend> {
	const template = await run.findTemplate(toTemplateChoice((name) => run.read(name, itemIndex, '')));
	const input = await readTemplateInput(run.context, run.read, itemIndex, template);
	// For what it refuses.
	const { tooLate } = toTemplateMessage(template, input);
	if (tooLate) throw tooLate;
	return { template, input, content: 'nudge' };
}

/** The nudge has the name of the round, whichever message asks for it. */
function nudgingFor(run: SendRun, { round, phoneNumberId, user }: KeptMessage): SendRun {
	const nameOf: SendRun['sender']['nameOf'] = async () => ({ sendOnceKey: composeSendOnceKey(['nudge', round]), phoneNumberId, user });
	return { ...run, sender: { ...run.sender, nameOf } };
}

/** The person may have written while the message was being kept. */
async function sendIfWritten(run: SendRun, outbound: Outbound): Promise<SentItem | undefined> {
	const { sender } = run;
	const { phoneNumberId, recipient: { bsuid, waId } } = outbound.destination;
	const view = await lookUp(sender, outbound);
	if (!view.window.isOpen) return undefined;
	await sendKept(sender, { phoneNumberId, user: { bsuid, waId } });
	const [record] = await sender.store.findSendsByName([await sender.nameOf(outbound, view.session, 1)]);
	const message = record && toEarlierMessage(record);
	return message && { output: 0, json: { message: { ...message, alreadySent: false }, session: toSessionJson(view) } };
}

function toKept(kept: KeptMessage, { output, json: { session, template, message, notSent } }: SentItem): SentItem {
	const { name } = (template ?? {}) as { name?: string };
	const { id = null, alreadySent = null } = (message ?? {}) as { id?: string; alreadySent?: boolean };
	const outbox = { ...toOutboxJson(kept), nudge: { template: name ?? null, messageId: id, alreadySent } };
	return { output, json: { outbox, ...(message !== undefined && { message }), ...(notSent !== undefined && { notSent }), session, template } };
}

/** The same message was kept before, and it is over. */
function toEnded(view: SessionView, kept: KeptMessage): SentItem {
	const reason = ENDS[kept.state] ?? kept.reason ?? 'outboxNotSent';
	const notSent = {
		reason,
		message: 'The same message was kept before, and it does not wait any more, so it is neither kept nor sent again.',
		advice: "Give it another 'Send-Once Key' to have it kept anew.",
	};
	return { output: 1, json: { notSent, outbox: toOutboxJson(kept), session: toSessionJson(view) } };
}

function toOutboxJson({ label, state, keptAtMs, expiresAtMs }: KeptMessage): IDataObject {
	return { state, keptAt: new Date(keptAtMs).toISOString(), expiresAt: new Date(expiresAtMs).toISOString(), key: label };
}

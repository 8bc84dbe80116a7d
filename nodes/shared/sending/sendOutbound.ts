import { ReEngagementError } from '../cloudApi/errors/ReEngagementError';
import { NO_CONSENT_ON_RECORD } from '../domain/Consent';
import type { Decision, Held } from '../domain/policies/combineVerdicts';
import { judgeSend } from '../domain/policies/judgeSend';
import { windowClosed } from '../domain/policies/windowPolicy';
import { WhatsAppSessionError } from '../domain/WhatsAppSessionError';
import { findEarlierSend } from './findEarlierSend';
import { lookUp } from './lookUp';
import type { Outbound, SendResult } from './Outbound';
import { postMessage } from './postMessage';
import type { Sender } from './Sender';
import type { SentMessage } from './SentMessage';
import { sendWithFiles } from './sendWithFiles';
import type { SessionView } from './SessionView';

/**
 * Takes one message the whole way, the only one there is: look for the same send, made before → judge → pause and upload →
 * judge again, because that may have taken minutes → claim → post → record.
 *
 * Meta has the last word: a free-form message that it refuses with 131047 is held as in a closed window.
 *
 * @throws {WhatsAppSessionError} when a later part of a split text was not sent, and those before it were
 * @throws what the upload throws, before anything is sent, and what {@link postMessage} throws
 */
export async function sendOutbound(sender: Sender, outbound: Outbound): Promise<SendResult> {
	const view = await lookUp(sender, outbound);
	const earlier = outbound.isDryRun ? undefined : await findEarlierSend(sender, outbound, view);
	if (earlier) return { outcome: 'sent', view, message: earlier };
	const decision = judge(outbound, view);
	if (decision.kind !== 'go') return { outcome: 'held', view, decision };
	if (outbound.isDryRun) return { outcome: 'dryRun', view };

	const hasPaused = (await outbound.pause?.()) ?? false;
	const { destination, bringsFiles } = outbound;
	const first = await sendWithFiles(sender.files, destination, async (upload): Promise<Begun> => {
		const payloads = await outbound.makePayloads(upload);
		const now: Judged = hasPaused || bringsFiles ? await judgeAgain(sender, outbound) : { view };
		if (now.decision) return { outcome: 'held', view: now.view, decision: now.decision };
		return { outcome: 'begun', view: now.view, payloads, message: await postMessage(sender, outbound, now.view, payloads[0] ?? {}, 1) };
	}).catch(async (error: unknown) => await heldByMeta(sender, outbound, error));
	if (first.outcome === 'held') return first;
	return { outcome: 'sent', view: first.view, message: await postRest(sender, outbound, first) };
}

type Begun = Extract<SendResult, { outcome: 'held' }> | { outcome: 'begun'; view: SessionView; payloads: Payloads; message: SentMessage };
type Payloads = Array<Record<string, unknown>>;

/** `decision` is undefined where nothing speaks against the send. */
interface Judged {
	view: SessionView;
	decision?: Held;
}

function judge({ item, node, message }: Outbound, { window, consent = NO_CONSENT_ON_RECORD }: SessionView): Decision {
	return judgeSend({ item, node, message, onRecord: { window, consent } });
}

async function judgeAgain(sender: Sender, outbound: Outbound): Promise<Judged> {
	const view = await lookUp(sender, outbound);
	const decision = judge(outbound, view);
	return decision.kind === 'go' ? { view } : { view, decision };
}

async function heldByMeta(sender: Sender, outbound: Outbound, refusal: unknown): Promise<Extract<SendResult, { outcome: 'held' }>> {
	if (!(refusal instanceof ReEngagementError) || outbound.message.sentAs !== 'freeForm') throw refusal;
	const view = await lookUp(sender, outbound);
	const decision: Held = { kind: 'notSent', objections: [windowClosed(view.window)] };
	return { outcome: 'held', view, decision, refusal };
}

/** Sends the further parts of a text, each when WhatsApp has the one before; gives the last one, with the IDs of all. */
async function postRest(
	sender: Sender,
	outbound: Outbound,
	{ view, payloads, message: first }: { view: SessionView; payloads: Payloads; message: SentMessage },
): Promise<SentMessage> {
	if (payloads.length === 1) return first;
	const messages = [first];
	for (const [index, payload] of payloads.slice(1).entries()) {
		const part = index + 2;
		const post = postMessage(sender, outbound, view, payload, part);
		messages.push(await post.catch((error: unknown) => throwPartFailed(error, part, payloads.length)));
	}
	const alreadySent = messages.every((message) => message.alreadySent);
	return { ...first, ...messages.at(-1), alreadySent, parts: messages.map(({ id }) => id) };
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

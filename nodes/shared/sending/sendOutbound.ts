import { DateTime } from 'luxon';

import { AnotherResponderError, type CloudApiError, ReEngagementError } from '../cloudApi/errors/CloudApiError';
import { NO_CONSENT_ON_RECORD } from '../domain/Consent';
import { conversationState } from '../domain/conversationState';
import { ownedElsewhere } from '../domain/policies/anotherResponderPolicy';
import type { Decision, Held } from '../domain/policies/combineVerdicts';
import { judgeSend } from '../domain/policies/judgeSend';
import type { Objection } from '../domain/policies/Verdict';
import { undecidedSend } from '../domain/policies/undecidedPolicy';
import type { UndecidedSend } from '../domain/policies/UndecidedSend';
import { windowClosed } from '../domain/policies/windowPolicy';
import { WhatsAppSessionError } from '../domain/WhatsAppSessionError';
import { chargesAtMost } from './chargesAtMost';
import { refusesDirectSend } from './DirectSendGate';
import { findEarlierSends, joinParts, type EarlierSends } from './findEarlierSends';
import { lookUp } from './lookUp';
import type { HeldResult, Outbound, SendResult } from './Outbound';
import { postInTurn, type Judgement } from './postInTurn';
import type { MessagePart } from './postMessage';
import type { Sender } from './Sender';
import type { OnceResult, UndecidedTry } from './sendOnce';
import type { SentMessage } from './SentMessage';
import { sendWithFiles } from './sendWithFiles';
import type { SessionView } from './SessionView';

/**
 * Takes one message the whole way, the only one there is: look for the same send, made before → judge → pause and upload →
 * judge again, because that may have taken minutes → wait for its turn, and judge again where that took long → claim → post → record.
 * A message that a limit of Meta refuses waits and takes the way from its turn on once more. A template that was judged by those before it begins anew
 * where the claim finds another one, and so does a message whose budget others have spent meanwhile.
 *
 * Meta has the last word: a free-form message that it refuses with 131047 is held as in a closed window, and one that it refuses with
 * 131070 as in a conversation that another responder owns; one by Direct Send that its account may not send is held too. A message of which nobody
 * knows whether Meta has it is held as undecided.
 *
 * @throws {WhatsAppSessionError} when a later part of a split text was not sent, and those before it were
 * @throws what the upload throws, before anything is sent, and what {@link postInTurn} throws
 */
export async function sendOutbound(sender: Sender, outbound: Outbound): Promise<SendResult> {
	const question = await judgeFirst(sender, outbound);
	if ('outcome' in question) return question;
	const { earlier } = question;
	if (outbound.isDryRun) return { outcome: 'dryRun', view: question.view };

	const hasPaused = (await outbound.pause?.()) ?? false;
	const begun = await sendWithFiles(sender.files, outbound.destination, async (upload): Promise<Begun | HeldResult | 'overtaken'> => {
		const payloads = await outbound.makePayloads(upload);
		const judged = hasPaused || outbound.bringsFiles ? await judgeAgain(sender, outbound, earlier) : { view: question.view };
		if (judged.decision) return { outcome: 'held', view: judged.view, decision: judged.decision, isBegun: earlier.isBegun };
		const [body = {}] = payloads;
		const part = { body, part: 1, undecided: earlier.undecided[0] };
		const first = await postInTurn(sender, outbound, judged, part, async () => await judgeInTurn(sender, outbound, part.part));
		if ('decision' in first) return { outcome: 'held', view: first.view, decision: first.decision, isBegun: earlier.isBegun };
		const { view, posted } = first;
		if (posted === 'overtaken') return posted;
		if ('message' in posted) return { outcome: 'begun', view, payloads, message: posted.message };
		return toUndecided(view, posted, earlier.isBegun);
	}).catch(async (error: unknown) => await heldByMeta(sender, outbound, error, earlier));
	// The person has got another template meanwhile, or the budget another message, which this one has to be judged by.
	if (begun === 'overtaken') return await sendOutbound(sender, outbound);
	return begun.outcome === 'held' ? begun : await postRest(sender, outbound, begun, earlier);
}

/** The same send, made before, wins over everything that speaks against it now. */
async function judgeFirst(sender: Sender, outbound: Outbound): Promise<{ view: SessionView; earlier: EarlierSends } | SendResult> {
	const view = await lookUp(sender, outbound);
	const earlier = isLookedFor(outbound, view) ? await findEarlierSends(sender, outbound, view) : NO_EARLIER_SENDS;
	if (earlier.message && !outbound.isDryRun) return { outcome: 'sent', view, message: earlier.message };
	const decision = await judge(sender, outbound, view, earlier);
	return decision ? { outcome: 'held', view, decision, isBegun: earlier.isBegun } : { view, earlier };
}

type PartResult = { view: SessionView } & ({ posted: OnceResult } | { decision: Held });

interface Begun {
	outcome: 'begun';
	view: SessionView;
	payloads: Array<Record<string, unknown>>;
	message: SentMessage;
}

/** Nothing is known to be out: then all of it is missing. */
const NO_EARLIER_SENDS: EarlierSends = { isBegun: false, missing: Infinity, keys: [], undecided: [] };

/**
 * Whether it matters before the claim that the message went out already, which finds an earlier send as well: because it would be
 * held, be prepared for minutes, is sent in parts, or may be sent again. A look-up less for most messages.
 */
function isLookedFor(outbound: Outbound, view: SessionView): boolean {
	const { bringsFiles, count, pause, message } = outbound;
	return bringsFiles || count > 1 || pause !== undefined || message.whenUndecided === 'sendAgain' || ask(outbound, view, NO_EARLIER_SENDS).kind !== 'go';
}

/** What was tried of the same send before does not speak against it: it is no other template. */
function ask({ item, node, message, destination, safetyMargin, count }: Outbound, view: SessionView, earlier: EarlierSends, undecided?: UndecidedSend): Decision {
	const { window, consent = NO_CONSENT_ON_RECORD, session, templates } = view;
	const { recipient } = destination;
	const person = { bsuid: recipient.bsuid ?? session?.bsuid, waId: recipient.waId ?? session?.waId };
	const others = templates && { ...templates, sends: templates.sends.filter(({ sendOnceKey }) => !earlier.keys.includes(sendOnceKey)) };
	const charges = view.charges && { ...view.charges, count: chargesAtMost(destination, Math.min(count, earlier.missing)) };
	const conversation = conversationState(session, window.evaluatedAt);
	return judgeSend({ item, node, message, onRecord: { window, consent, person, safetyMargin, conversation, templates: others, charges }, undecided });
}

/** Undefined where nothing speaks against the send. */
async function judge(sender: Sender, outbound: Outbound, view: SessionView, earlier: EarlierSends): Promise<Held | undefined> {
	const decision = ask(outbound, view, earlier, await findUndecided(sender, outbound, earlier));
	return decision.kind === 'go' ? undefined : decision;
}

async function findUndecided(sender: Sender, { message }: Outbound, { undecided }: EarlierSends): Promise<UndecidedSend | undefined> {
	const newest = undecided.filter((record) => record !== undefined).toSorted((a, b) => b.claimedAtMs - a.claimedAtMs)[0];
	if (!newest) return undefined;
	const { phoneNumberId, claimedAtMs } = newest;
	const isHeard = message.whenUndecided === 'sendAgain' && (await sender.store.hasStatusSince(phoneNumberId, claimedAtMs));
	return { attemptedAt: toUtc(claimedAtMs), isHeard };
}

async function judgeAgain(sender: Sender, outbound: Outbound, earlier: EarlierSends): Promise<{ view: SessionView; decision?: Held }> {
	const view = await lookUp(sender, outbound);
	return { view, decision: await judge(sender, outbound, view, earlier) };
}

/** The same after a wait, with what was tried meanwhile: another try may have taken over the one that nobody knew the end of. */
async function judgeInTurn(sender: Sender, outbound: Outbound, part: number): Promise<Judgement> {
	const view = await lookUp(sender, outbound);
	const earlier = isLookedFor(outbound, view) ? await findEarlierSends(sender, outbound, view) : NO_EARLIER_SENDS;
	const decision = earlier.message ? undefined : await judge(sender, outbound, view, earlier);
	return { view, decision, undecided: earlier.undecided[part - 1] };
}

async function heldByMeta(sender: Sender, outbound: Outbound, refusal: unknown, { isBegun }: EarlierSends): Promise<HeldResult> {
	if (isDirectSend(outbound) && refusesDirectSend(refusal)) {
		return { outcome: 'held', view: await lookUp(sender, outbound), decision: { kind: 'notSent', objections: [directSendRefused(refusal)] }, isBegun };
	}
	if (outbound.message.sentAs !== 'freeForm') throw refusal;
	if (refusal instanceof AnotherResponderError) {
		await noteOwner(sender, outbound);
		return { outcome: 'held', view: await lookUp(sender, outbound), decision: { kind: 'notSent', objections: [ownedElsewhere()] }, isBegun };
	}
	if (!(refusal instanceof ReEngagementError)) throw refusal;
	const view = await lookUp(sender, outbound);
	return { outcome: 'held', view, decision: { kind: 'notSent', objections: [windowClosed(view.window)] }, isBegun, refusal };
}

function isDirectSend({ message }: Outbound): boolean {
	return message.sentAs === 'template' && message.isDirectSend === true;
}

/** That goes for every item alike, so it is an outcome of each, and a template may take its place. */
function directSendRefused({ message, advice, code, details }: CloudApiError): Objection {
	return { reason: 'directSendRefused', message, advice, evidence: { error: { code, details } } };
}

/** Meta names no owner when asked, so what a refusal says of one is kept. */
async function noteOwner({ store, now }: Sender, { destination: { phoneNumberId, recipient: { bsuid, waId } } }: Outbound): Promise<void> {
	const atMs = now();
	await store.recordEvidence([{ kind: 'conversation', phoneNumberId, user: { bsuid, waId }, atMs, conversation: { owner: { isElsewhere: true, atMs } } }]);
}

/** Sends the further parts of a text, each when WhatsApp has the one before; gives the last one, with the IDs of all. */
async function postRest(sender: Sender, outbound: Outbound, begun: Begun, earlier: EarlierSends): Promise<SendResult> {
	const { payloads, message } = begun;
	let { view } = begun;
	const messages = [message];
	for (const [index, body] of payloads.entries()) {
		if (index === 0) continue;
		const part = { body, part: index + 1, undecided: earlier.undecided[index] };
		const result = await postPart(sender, outbound, { view }, part).catch((error: unknown) => throwPartFailed(error, index + 1, payloads.length));
		({ view } = result);
		if ('decision' in result) return { outcome: 'held', view, decision: result.decision, isBegun: true };
		const { posted } = result;
		if (!('message' in posted)) return toUndecided(view, posted, true);
		messages.push(posted.message);
	}
	return { outcome: 'sent', view, message: joinParts(messages) ?? message };
}

/** One further part of a text; judged again where others have spent the budget meanwhile. */
async function postPart(sender: Sender, outbound: Outbound, judged: Judgement, message: MessagePart): Promise<PartResult> {
	const judge = async () => await judgeInTurn(sender, outbound, message.part);
	const result = await postInTurn(sender, outbound, judged, message, judge);
	if ('decision' in result) return result;
	const { view, posted } = result;
	if (posted !== 'overtaken') return { view, posted };
	const { decision, ...again } = await judge();
	return decision ? { view: again.view, decision } : await postPart(sender, outbound, again, message);
}

function toUndecided(view: SessionView, { undecidedSinceMs, happened }: UndecidedTry, isBegun: boolean): HeldResult {
	const objection = undecidedSend(toUtc(undecidedSinceMs), happened);
	return { outcome: 'held', view, decision: { kind: 'notSent', objections: [objection] }, isBegun };
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

function toUtc(atMs: number): DateTime<true> {
	return DateTime.fromMillis(atMs, { zone: 'utc' }) as DateTime<true>;
}

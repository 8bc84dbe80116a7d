import type { Conversation } from './Conversation';
import { mergeConversations } from './mergeConversations';
import type { Session, UserIdentity } from './Session';
import type { SessionEvidence } from './SessionEvidence';

/** The sessions of a store as far as a batch of evidence touches them, before and after it. */
export interface SessionChange {
	/** Sessions as they are now; the same object as before where nothing changed. */
	sessions: Session[];
	/** Sessions that merged into another one, and are to be removed. */
	merged: Session[];
}

/**
 * Adds what was learned to what is on record.
 *
 * Every field only ever moves forward, so late, duplicate, reordered and concurrent events about one person converge on the
 * same record. A BSUID and a wa_id that are seen together become one session; where each had its own, the two merge. A wa_id
 * that turns up with a second BSUID (a number passed on, or a person with a new number) follows the newest pair and leaves the
 * window behind: what the one wrote never opens a window for the other.
 *
 * A renaming is kept under each of the IDs it names, also of somebody who is not on record, so that what arrives late
 * counts no longer either. It neither joins these IDs nor parts them, and goes along wherever one of them goes.
 *
 * Where a number passes from one person to another the records converge too, as long as the BSUID is named: Meta's webhooks do
 * since 2026-03-31, but for those of failed messages. A refusal that names the number alone goes to whoever is on record with it
 * at that moment. Whether a window is open does not depend on that: a refusal closes nothing that opened after it, and a number
 * rests longer than a window lasts before it passes on.
 *
 * **WARNING:** an inbound message that names the number alone, as before BSUIDs, goes to whoever is on record with it as well.
 * Within a day of the number's passing on it may open the window of the wrong one of the two; Meta then refuses the message.
 *
 * **WARNING:** `answer` alone depends on what was recorded before it: an answer is kept only when its session holds the
 * referral by then, since nobody keeps every message ever sent. The window does not depend on answers; the price rule
 * of the free entry point does.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 * @param known - every session that shares a phone number ID and a BSUID or wa_id with the evidence; is not changed
 * @param evidence - in any order; a batch is read from the oldest to the newest
 */
export function recordSessionEvidence(known: Session[], evidence: SessionEvidence[]): SessionChange {
	const index = new SessionIndex(known);
	for (const item of [...evidence].sort(byInstant)) {
		for (const session of index.sessionsOf(item)) applyEvidence(session, item);
	}
	return index.toChange(known);
}

/** Oldest first; a referral before the answer of the same instant. */
function byInstant(a: SessionEvidence, b: SessionEvidence): number {
	return a.atMs - b.atMs || Number(a.kind === 'answer') - Number(b.kind === 'answer');
}

function applyEvidence(session: Session, { kind, atMs, untilMs, conversation, through }: SessionEvidence): void {
	switch (kind) {
		case 'inbound':
			session.lastInboundAtMs = latest(session.lastInboundAtMs, atMs);
			if (through === undefined) endOwnership(session, atMs);
			break;
		case 'refusal':
			session.closedByPlatformAtMs = latest(session.closedByPlatformAtMs, atMs);
			break;
		case 'referral':
			applyReferral(session, atMs);
			break;
		case 'answer':
			applyReferral(session, session.referralAtMs, atMs);
			session.lastAnswerAtMs = latest(session.lastAnswerAtMs, atMs);
			break;
		case 'outbound':
			session.lastAnswerAtMs = latest(session.lastAnswerAtMs, atMs);
			break;
		case 'freeEntryPoint':
			applyFreeEntryPoint(session, atMs, untilMs);
			break;
		case 'conversation':
			session.conversation = mergeConversations(session.conversation, stillTold(session, conversation));
			break;
		case 'renaming':
			session.renamedAtMs = latest(session.renamedAtMs, atMs);
			break;
		case 'identity':
			break;
	}
}

/** A message that comes to this app: no other responder owns the conversation any more. */
function endOwnership(session: Session, atMs: number): void {
	const owner = session.conversation?.owner;
	if (owner?.isElsewhere && atMs > owner.atMs) session.conversation = { ...session.conversation, owner: { isElsewhere: false, atMs } };
}

/** Without an owner who is told of late: since then a message has come to this app, or the record would name one. */
function stillTold({ conversation: known, lastInboundAtMs = -Infinity }: Session, told: Conversation | undefined): Conversation | undefined {
	if (!told?.owner?.isElsewhere || known?.owner?.isElsewhere || told.owner.atMs >= lastInboundAtMs) return told;
	return told.signs || told.givenBackAtMs !== undefined ? { ...told, owner: undefined } : undefined;
}

/** Keeps the newest referral, and the first answer that is not older than it. */
function applyReferral(session: Session, referralAtMs: number | undefined, answeredAtMs?: number): void {
	const newest = latest(session.referralAtMs, referralAtMs);
	const answers = [session.answeredAtMs, answeredAtMs].filter((atMs) => atMs !== undefined && atMs >= (newest ?? Infinity));
	session.referralAtMs = newest;
	session.answeredAtMs = answers.reduce(earliest, undefined);
}

/** Keeps what Meta said last; of two words of one instant the later end. */
function applyFreeEntryPoint(session: Session, saidAtMs: number | undefined, untilMs: number | undefined): void {
	if (saidAtMs === undefined || untilMs === undefined) return;
	const [knownSaidAtMs, knownUntilMs] = [session.freeSaidAtMs ?? -Infinity, session.freeUntilMs ?? -Infinity];
	if (saidAtMs < knownSaidAtMs || (saidAtMs === knownSaidAtMs && untilMs <= knownUntilMs)) return;
	session.freeSaidAtMs = saidAtMs;
	session.freeUntilMs = untilMs;
}

/** Of two IDs that belonged to one user until that user left one of them, what came before counts under neither. */
function shareRenaming(one: Session, other: Session, togetherAtMs: number): void {
	const newest = latest(one.renamedAtMs, other.renamedAtMs);
	if (newest === undefined || newest < togetherAtMs) return;
	one.renamedAtMs = newest;
	other.renamedAtMs = newest;
}

/** Finds the session of a user among those at hand, and keeps both of the user's names pointing at it. */
class SessionIndex {
	private readonly byName = new Map<string, Session>();
	private readonly copies = new Map<Session, Session>();
	private readonly created = new Set<Session>();
	private readonly absorbed = new Set<Session>();

	constructor(known: Session[]) {
		for (const original of known) {
			const copy = { ...original };
			this.copies.set(original, copy);
			this.enter(copy);
		}
	}

	/** Nothing when the evidence names nobody, or would leave a record that says nothing. */
	sessionsOf(item: SessionEvidence): Iterable<Session> {
		if (item.kind === 'renaming') return this.holdersOf(item);
		const session = this.sessionOf(item);
		return session ? [session] : [];
	}

	private holdersOf({ phoneNumberId, user: { bsuid, waId } }: SessionEvidence): Iterable<Session> {
		const names = [...(bsuid ? [{ bsuid }] : []), ...(waId ? [{ waId }] : [])];
		return new Set(
			names.map((user) => this.byName.get(name(phoneNumberId, user.bsuid ?? user.waId)) ?? this.create(phoneNumberId, user)),
		);
	}

	private sessionOf({ kind, phoneNumberId, user, atMs }: SessionEvidence): Session | undefined {
		const byBsuid = user.bsuid ? this.byName.get(name(phoneNumberId, user.bsuid)) : undefined;
		const byWaId = user.waId ? this.byName.get(name(phoneNumberId, user.waId)) : undefined;
		if (!user.bsuid && !user.waId) return undefined;
		if (!user.bsuid || !user.waId) {
			const saysNothing = kind === 'answer' || kind === 'outbound' || kind === 'identity';
			return byBsuid ?? byWaId ?? (saysNothing ? undefined : this.create(phoneNumberId, user));
		}

		const isStranger = byWaId?.bsuid !== undefined && byWaId.bsuid !== user.bsuid;
		const session = byBsuid ?? (isStranger ? undefined : byWaId) ?? this.create(phoneNumberId, { bsuid: user.bsuid });
		session.bsuid = user.bsuid;
		// Also when the number is somebody else's by now: the person has left every earlier one.
		const isNewestOfPerson = atMs >= (session.identifiedAtMs ?? 0);
		const isNewestPair = isNewestOfPerson && !(isStranger && atMs < (byWaId.identifiedAtMs ?? 0));
		if (session.waId !== user.waId) {
			if (isNewestOfPerson) this.leaveWaId(session);
			if (isNewestPair) session.waId = user.waId;
			if (isNewestPair && byWaId && byWaId !== session) this.giveUpWaId(byWaId, session, isStranger);
			else if (byWaId && byWaId !== session) shareRenaming(session, byWaId, atMs);
		}
		if (isNewestOfPerson) session.identifiedAtMs = latest(session.identifiedAtMs, atMs);
		this.enter(session);
		return session;
	}

	toChange(known: Session[]): SessionChange {
		const kept = known.filter((original) => !this.absorbed.has(this.copies.get(original)!));
		return {
			sessions: [
				...kept.map((original) => unchanged(original, this.copies.get(original)!)),
				...[...this.created].filter((session) => !this.absorbed.has(session)),
			],
			merged: known.filter((original) => this.absorbed.has(this.copies.get(original)!)),
		};
	}

	/** A number that nobody holds any more stays renamed: what comes late under it counts no longer. */
	private leaveWaId(session: Session): void {
		const { phoneNumberId, renamedAtMs, waId } = session;
		if (!waId) return;
		session.waId = undefined;
		this.byName.delete(name(phoneNumberId, waId));
		if (renamedAtMs !== undefined) this.create(phoneNumberId, { waId }).renamedAtMs = renamedAtMs;
	}

	private giveUpWaId(previous: Session, holder: Session, isStranger: boolean): void {
		holder.renamedAtMs = latest(holder.renamedAtMs, previous.renamedAtMs);
		if (isStranger) {
			previous.waId = undefined;
			return;
		}
		this.absorbed.add(previous);
		holder.lastInboundAtMs = latest(holder.lastInboundAtMs, previous.lastInboundAtMs);
		holder.closedByPlatformAtMs = latest(holder.closedByPlatformAtMs, previous.closedByPlatformAtMs);
		holder.lastAnswerAtMs = latest(holder.lastAnswerAtMs, previous.lastAnswerAtMs);
		applyReferral(holder, previous.referralAtMs, previous.answeredAtMs);
		applyFreeEntryPoint(holder, previous.freeSaidAtMs, previous.freeUntilMs);
		holder.conversation = mergeConversations(holder.conversation, previous.conversation);
	}

	private create(phoneNumberId: string, user: UserIdentity): Session {
		const session: Session = { phoneNumberId, bsuid: user.bsuid, waId: user.waId };
		this.created.add(session);
		this.enter(session);
		return session;
	}

	private enter(session: Session): void {
		if (session.bsuid) this.byName.set(name(session.phoneNumberId, session.bsuid), session);
		if (session.waId) this.byName.set(name(session.phoneNumberId, session.waId), session);
	}
}

// A wa_id is made of digits, which neither a BSUID nor the ID of a group is, so they cannot be mistaken for each other.
function name(phoneNumberId: string, id: string): string {
	return `${phoneNumberId} ${id}`;
}

function unchanged(original: Session, copy: Session): Session {
	const keys = new Set([...Object.keys(original), ...Object.keys(copy)]) as Set<keyof Session>;
	return [...keys].every((key) => original[key] === copy[key]) ? original : copy;
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

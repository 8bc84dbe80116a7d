import type { Consent, ConsentEntry } from '../domain/Consent';
import type { InboundAnswer } from '../domain/InboundAnswer';
import type { Session, SessionKey, UserIdentity } from '../domain/Session';
import type { SessionEvidence } from '../domain/SessionEvidence';
import type { TemplateChange } from '../domain/TemplateChange';
import { acknowledgeEvents } from './scripts/acknowledgeEvents';
import { claimAnswers } from './scripts/claimAnswers';
import { claimSends } from './scripts/claimSends';
import { findConsent } from './scripts/findConsent';
import { findMedia } from './scripts/findMedia';
import { findSends } from './scripts/findSends';
import { findSendsByKey } from './scripts/findSendsByKey';
import { findSessions } from './scripts/findSessions';
import { findTemplateChanges } from './scripts/findTemplateChanges';
import { forgetMedia } from './scripts/forgetMedia';
import { prune } from './scripts/prune';
import { recordConsent } from './scripts/recordConsent';
import { recordEvidence } from './scripts/recordEvidence';
import { recordMedia } from './scripts/recordMedia';
import { recordOutcomes } from './scripts/recordOutcomes';
import { recordWaits } from './scripts/recordWaits';
import { recordWebhook } from './scripts/recordWebhook';
import { releaseEvents } from './scripts/releaseEvents';
import { renewLease } from './scripts/renewLease';
import { settleAnswers } from './scripts/settleAnswers';
import type { AnswerClaim, AnsweringDelivery, AnswerOutcome, AnswerReceipt, AnswerWait } from './AnswerWaits';
import type { MediaKey, MediaRecord } from './MediaLibrary';
import type { SendClaim, SendOutcome, SendRecord } from './SendLog';
import type { WebhookReceipt, WebhookRecord } from './SessionStore';
import type { SqlDatabase } from './SqlDatabase';
import type { Store } from './Store';

const PRUNE_INTERVAL_MS = 60 * 60 * 1000;

/** The six ports over a database that speaks SQL. What each method does stands in its script. */
export class SqlStore implements Store {
	private prunedAtMs = -Infinity;

	constructor(private readonly database: SqlDatabase) {}

	findSessions(keys: SessionKey[]): Promise<Array<Session | undefined>> {
		return this.database.read(() => findSessions(keys));
	}

	recordEvidence(evidence: SessionEvidence[]): Promise<void> {
		return this.database.write(() => recordEvidence(evidence));
	}

	async recordWebhook(record: WebhookRecord): Promise<WebhookReceipt> {
		const receipt = await this.database.write(() => recordWebhook(record));
		await this.pruneWhenDue(record.receivedAtMs);
		return receipt;
	}

	renewLease(receiver: string, deliveryId: string, eventIds: string[], leaseUntilMs: number): Promise<void> {
		return this.database.write(() => renewLease(receiver, deliveryId, eventIds, leaseUntilMs));
	}

	acknowledgeEvents(receiver: string, eventIds: string[], acknowledgedAtMs: number): Promise<void> {
		return this.database.write(() => acknowledgeEvents(receiver, eventIds, acknowledgedAtMs));
	}

	releaseEvents(receiver: string, deliveryId: string, eventIds: string[]): Promise<void> {
		return this.database.write(() => releaseEvents(receiver, deliveryId, eventIds));
	}

	recordConsent(entries: ConsentEntry[]): Promise<void> {
		return this.database.write(() => recordConsent(entries));
	}

	findConsent(businessAccountId: string, users: UserIdentity[]): Promise<Consent[]> {
		return this.database.read(() => findConsent(businessAccountId, users));
	}

	claimSends(claims: SendClaim[]): Promise<Array<SendRecord | undefined>> {
		return this.database.write(() => claimSends(claims));
	}

	recordOutcomes(outcomes: SendOutcome[]): Promise<void> {
		return this.database.write(() => recordOutcomes(outcomes));
	}

	findSendsByKey(sendOnceKeys: string[]): Promise<Array<SendRecord | undefined>> {
		return this.database.read(() => findSendsByKey(sendOnceKeys));
	}

	findSends(messageIds: string[]): Promise<Array<SendRecord | undefined>> {
		return this.database.read(() => findSends(messageIds));
	}

	findTemplateChanges(businessAccountId: string, sinceMs: number): Promise<TemplateChange[]> {
		return this.database.read(() => findTemplateChanges(businessAccountId, sinceMs));
	}

	findMedia(keys: MediaKey[], atMs: number): Promise<Array<MediaRecord | undefined>> {
		return this.database.read(() => findMedia(keys, atMs));
	}

	async recordMedia(records: MediaRecord[], atMs: number): Promise<void> {
		await this.database.write(() => recordMedia(records));
		await this.pruneWhenDue(atMs);
	}

	forgetMedia(media: Array<MediaKey & { mediaId: string }>): Promise<void> {
		return this.database.write(() => forgetMedia(media));
	}

	recordWaits(waits: AnswerWait[]): Promise<void> {
		return this.database.write(() => recordWaits(waits));
	}

	claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): Promise<AnswerReceipt> {
		return this.database.write(() => claimAnswers(answers, delivery));
	}

	settleAnswers(deliveryId: string, settled: Array<{ claim: AnswerClaim; outcome: AnswerOutcome }>): Promise<void> {
		return this.database.write(() => settleAnswers(deliveryId, settled));
	}

	close(): Promise<void> {
		return this.database.close();
	}

	/** At most once an hour of the callers' own time, and in small pieces. */
	private async pruneWhenDue(atMs: number): Promise<void> {
		if (atMs < this.prunedAtMs + PRUNE_INTERVAL_MS) return;
		// What was to be recorded is; that old IDs stay a little longer is no reason to refuse it.
		const isDone = await this.database.write(() => prune(atMs)).catch(() => false);
		if (isDone) this.prunedAtMs = atMs;
	}
}

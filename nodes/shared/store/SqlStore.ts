import { randomBytes } from 'node:crypto';

import type { Consent, ConsentEntry, ConsentKind } from '../domain/Consent';
import type { InboundAnswer } from '../domain/InboundAnswer';
import type { Session, SessionKey, UserIdentity } from '../domain/Session';
import type { SessionEvidence } from '../domain/SessionEvidence';
import type { TemplateChange } from '../domain/TemplateChange';
import type { ChargedMonth } from '../domain/usage/ChargedMonth';
import type { Charges, ChargeWish } from '../domain/usage/Charges';
import type { UsageCount } from '../domain/usage/MessageUsage';
import { endInTime } from './endInTime';
import { GroupCommit } from './GroupCommit';
import { acknowledgeClosings, beginClosings, renewClosings } from './scripts/keepClosings';
import {
	addGivenUp,
	addStoreEvents,
	claimStoreEvents,
	findStoreEvents,
	renewStoreEvents,
	settleStoreEvents,
	watchStoreEvents,
} from './scripts/keepStoreEvents';
import { acknowledgeEvents, type Acknowledgement } from './scripts/acknowledgeEvents';
import { cancelOutbox } from './scripts/cancelOutbox';
import { claimAnswers } from './scripts/claimAnswers';
import { claimClosings } from './scripts/claimClosings';
import { claimGatheredAnswers } from './scripts/claimGatheredAnswers';
import { claimGatherings } from './scripts/claimGatherings';
import { claimOutbox } from './scripts/claimOutbox';
import { claimSends } from './scripts/claimSends';
import { claimWithinBudget } from './scripts/claimWithinBudget';
import { countOwnedElsewhere } from './scripts/countOwnedElsewhere';
import { countUsage } from './scripts/countUsage';
import { exportContact } from './scripts/exportContact';
import { findCharges, lockCharges } from './scripts/findCharges';
import { findClosings } from './scripts/findClosings';
import { claimTemplateSend } from './scripts/claimTemplateSend';
import { findConsent } from './scripts/findConsent';
import { findHealth } from './scripts/findHealth';
import { findKeptPeople } from './scripts/findKeptPeople';
import { findKeptMessages } from './scripts/findKeptMessages';
import { findMedia } from './scripts/findMedia';
import { findPeople } from './scripts/findPeople';
import { findSends } from './scripts/findSends';
import { findSendsByName } from './scripts/findSendsByName';
import { findSessions } from './scripts/findSessions';
import { findTemplateChanges } from './scripts/findTemplateChanges';
import { forgetContact } from './scripts/forgetContact';
import { findTemplateSends } from './scripts/findTemplateSends';
import { forgetMedia } from './scripts/forgetMedia';
import { gatherMessages } from './scripts/gatherMessages';
import { hasKept } from './scripts/hasKept';
import { hasStatusSince } from './scripts/hasStatusSince';
import { removeGatherings, renewGatherings } from './scripts/keepGatherings';
import { holdOutbox } from './scripts/holdOutbox';
import { keepMessage } from './scripts/keepMessage';
import { listConsentHolders } from './scripts/listConsentHolders';
import { listOutbox } from './scripts/listOutbox';
import { listSessions } from './scripts/listSessions';
import { recordConsent } from './scripts/recordConsent';
import { recordEvidence } from './scripts/recordEvidence';
import { recordMedia } from './scripts/recordMedia';
import { recordOutcomes } from './scripts/recordOutcomes';
import { recordQuestion } from './scripts/recordQuestion';
import { recordWaits } from './scripts/recordWaits';
import { recordWebhooks } from './scripts/recordWebhooks';
import { releaseEvents } from './scripts/releaseEvents';
import { releaseOutbox } from './scripts/releaseOutbox';
import { renewLease } from './scripts/renewLease';
import { settleAnswers } from './scripts/settleAnswers';
import { settleOutbox } from './scripts/settleOutbox';
import { withdrawWait } from './scripts/withdrawWait';
import { openWebhookGroup } from './openWebhookGroup';
import type { AnsweringDelivery, AnswerOutcome, AnswerReceipt, AnswerWait, WaitClaim } from './AnswerWaits';
import type { BudgetClaim } from './Budgets';
import type { ConsentHolder, ContactKey, ContactRecord, ForgottenContact } from './Contacts';
import type { ClosingBatch, ClosingClaim, ClosingQuery } from './ClosingAlarms';
import type { GatheredClaim, GatheredHandover, Gathering, GatheringClaim, GatheringDelivery } from './Gatherings';
import { mergeRows, type MergedRows } from './moving/mergeRows';
import type { MovedTableName } from './moving/movedTables';
import { readPage, type MovedPage } from './moving/readPage';
import type { StoreHealth } from './Housekeeping';
import type { MediaKey, MediaRecord } from './MediaLibrary';
import type { KeptMessage, NewKeptMessage, OutboxLease, OutboxOutcome, OutboxQuery } from './Outbox';
import type { PersonOnRecord } from './People';
import { Pruning } from './Pruning';
import type { SendClaim, SendName, SendOutcome, SendRecord } from './SendLog';
import type { SessionPage, SessionQuery } from './SessionList';
import type { WebhookReceipt, WebhookRecord } from './SessionStore';
import type { SqlDatabase } from './SqlDatabase';
import type { SqlRow, SqlScript, SqlValue } from './SqlScript';
import type { Store } from './Store';
import type { GivenUpLook, StoreEventClaim, StoreEventTopic } from './StoreEvents';
import type { JudgedClaim, TemplateHistory } from './TemplateSends';
import { toStorable } from './toStorable';

const MOST_ACKNOWLEDGEMENTS = 100;

type Script<Given extends unknown[], Result> = (...given: Given) => SqlScript<Result>;

/**
 * The ports over a database that speaks SQL. What each method does stands in its script; what all of them are given goes
 * through one door first ({@link toStorable}), and none runs for ever ({@link endInTime}).
 */
export class SqlStore implements Store {
	private readonly pruning: Pruning;
	private readonly webhooks: GroupCommit<WebhookRecord, WebhookReceipt>;
	private readonly acknowledgements: GroupCommit<Acknowledgement, undefined>;

	constructor(private readonly database: SqlDatabase) {
		this.pruning = new Pruning((script) => this.write(script));
		const mayBeOfOne = (error: unknown) => !database.isOutage(error);
		this.webhooks = new GroupCommit({
			commit: (records) => this.write(recordWebhooks, records),
			openGroup: openWebhookGroup,
			mayBeOfOne,
		});
		this.acknowledgements = new GroupCommit({
			commit: async (group) => {
				await this.write(acknowledgeEvents, group);
				return group.map(() => undefined);
			},
			openGroup: () => openCountedGroup(MOST_ACKNOWLEDGEMENTS),
			mayBeOfOne,
		});
	}

	findSessions(keys: SessionKey[]): Promise<Array<Session | undefined>> {
		return this.read(findSessions, keys);
	}

	findPeople(businessAccountId: string, keys: SessionKey[]): Promise<PersonOnRecord[]> {
		return this.read(findPeople, businessAccountId, keys);
	}

	recordEvidence(evidence: SessionEvidence[]): Promise<void> {
		return this.write(recordEvidence, evidence);
	}

	async recordWebhook(record: WebhookRecord): Promise<WebhookReceipt> {
		const receipt = await this.webhooks.run(toStorable(record));
		this.pruning.considerAt(record.receivedAtMs);
		return receipt;
	}

	renewLease(receiver: string, deliveryId: string, eventIds: string[], leaseUntilMs: number): Promise<void> {
		return this.write(renewLease, receiver, deliveryId, eventIds, leaseUntilMs);
	}

	async acknowledgeEvents(receiver: string, eventIds: string[], acknowledgedAtMs: number): Promise<void> {
		await this.acknowledgements.run(toStorable({ receiver, eventIds, atMs: acknowledgedAtMs }));
	}

	releaseEvents(receiver: string, deliveryId: string, eventIds: string[]): Promise<void> {
		return this.write(releaseEvents, receiver, deliveryId, eventIds);
	}

	recordConsent(entries: ConsentEntry[]): Promise<void> {
		return this.write(recordConsent, entries);
	}

	findConsent(businessAccountId: string, users: UserIdentity[]): Promise<Consent[]> {
		return this.read(findConsent, businessAccountId, users);
	}

	claimSends(claims: SendClaim[]): Promise<Array<SendRecord | undefined>> {
		return this.write(claimSends, claims);
	}

	findTemplateSends(businessAccountId: string, user: UserIdentity): Promise<TemplateHistory> {
		return this.read(findTemplateSends, businessAccountId, user);
	}

	claimTemplateSend(claim: JudgedClaim): Promise<SendRecord | 'overtaken' | undefined> {
		return this.write(claimTemplateSend, claim);
	}

	recordOutcomes(outcomes: SendOutcome[]): Promise<void> {
		return this.write(recordOutcomes, outcomes);
	}

	findSendsByName(names: SendName[]): Promise<Array<SendRecord | undefined>> {
		return this.read(findSendsByName, names);
	}

	hasStatusSince(phoneNumberId: string, sinceMs: number): Promise<boolean> {
		return this.read(hasStatusSince, phoneNumberId, sinceMs);
	}

	findSends(messageIds: string[]): Promise<Array<SendRecord | undefined>> {
		return this.read(findSends, messageIds);
	}

	countUsage(phoneNumberIds: string[], fromMs: number, untilMs: number): Promise<UsageCount[]> {
		return this.read(countUsage, phoneNumberIds, fromMs, untilMs);
	}

	async findCharges(month: ChargedMonth, wish: ChargeWish, atMs: number): Promise<Charges> {
		return (await this.read(findCharges, month, wish, atMs)) ?? (await this.write(lockCharges, month, wish, atMs));
	}

	claimWithinBudget(claim: BudgetClaim): Promise<SendRecord | 'overtaken' | undefined> {
		return this.write(claimWithinBudget, claim);
	}

	findTemplateChanges(businessAccountId: string, sinceMs: number): Promise<TemplateChange[]> {
		return this.read(findTemplateChanges, businessAccountId, sinceMs);
	}

	findMedia(keys: MediaKey[], atMs: number): Promise<Array<MediaRecord | undefined>> {
		return this.read(findMedia, keys, atMs);
	}

	async recordMedia(records: MediaRecord[], atMs: number): Promise<void> {
		await this.write(recordMedia, records);
		this.pruning.considerAt(atMs);
	}

	forgetMedia(media: Array<MediaKey & { mediaId: string }>): Promise<void> {
		return this.write(forgetMedia, media);
	}

	recordWaits(waits: AnswerWait[]): Promise<void> {
		return this.write(recordWaits, waits);
	}

	recordQuestion(waitId: string, questionIds: string[], atMs: number): Promise<void> {
		return this.write(recordQuestion, waitId, questionIds, atMs);
	}

	withdrawWait(waitId: string): Promise<void> {
		return this.write(withdrawWait, waitId);
	}

	claimAnswers(answers: InboundAnswer[], delivery: AnsweringDelivery): Promise<AnswerReceipt> {
		return this.write(claimAnswers, answers, delivery);
	}

	settleAnswers(deliveryId: string, settled: Array<{ claim: WaitClaim & { eventId?: string }; outcome: AnswerOutcome }>): Promise<void> {
		return this.write(settleAnswers, deliveryId, settled);
	}

	keepMessage(message: NewKeptMessage): Promise<KeptMessage> {
		return this.write(keepMessage, message);
	}

	hasKept(businessAccountId: string, atMs: number): Promise<boolean> {
		return this.read(hasKept, businessAccountId, atMs);
	}

	claimOutbox(businessAccountId: string, person: SessionKey, lease: OutboxLease): Promise<{ messages: KeptMessage[]; busyUntilMs?: number }> {
		return this.write(claimOutbox, businessAccountId, person, lease);
	}

	holdOutbox(lease: OutboxLease): Promise<number[]> {
		return this.write(holdOutbox, lease);
	}

	settleOutbox(leaseId: string, outcomes: OutboxOutcome[]): Promise<void> {
		return this.write(settleOutbox, leaseId, outcomes);
	}

	releaseOutbox(leaseId: string, dueAtMs: number): Promise<void> {
		return this.write(releaseOutbox, leaseId, dueAtMs);
	}

	findKeptPeople(businessAccountId: string, atMs: number, writtenSinceMs: number, limit: number): Promise<SessionKey[]> {
		return this.read(findKeptPeople, businessAccountId, atMs, writtenSinceMs, limit);
	}

	listOutbox(wanted: OutboxQuery): Promise<KeptMessage[]> {
		return this.read(listOutbox, wanted);
	}

	findKeptMessages(keys: string[], atMs: number): Promise<KeptMessage[]> {
		return this.read(findKeptMessages, keys, atMs);
	}

	cancelOutbox(outboxIds: number[], atMs: number): Promise<KeptMessage[]> {
		return this.write(cancelOutbox, outboxIds, atMs);
	}

	listSessions(wanted: SessionQuery): Promise<SessionPage> {
		return this.read(listSessions, wanted);
	}

	listConsentHolders(businessAccountId: string, kinds: ConsentKind[], after: number, limit: number): Promise<ConsentHolder[]> {
		return this.read(listConsentHolders, businessAccountId, kinds, after, limit);
	}

	exportContact(key: ContactKey): Promise<ContactRecord> {
		return this.read(exportContact, key);
	}

	forgetContact(key: ContactKey): Promise<ForgottenContact> {
		return this.write(forgetContact, key, randomBytes(32).toString('base64url'));
	}

	beginClosings(alarm: string, atMs: number): Promise<void> {
		return this.write(beginClosings, alarm, atMs);
	}

	claimClosings(claim: ClosingClaim): Promise<ClosingBatch | undefined> {
		return this.write(claimClosings, claim);
	}

	renewClosings(batchIds: string[], leaseUntilMs: number): Promise<void> {
		return this.write(renewClosings, batchIds, leaseUntilMs);
	}

	acknowledgeClosings(batchIds: string[]): Promise<void> {
		return this.write(acknowledgeClosings, batchIds);
	}

	findClosings(query: ClosingQuery): Promise<Session[]> {
		return this.read(findClosings, query);
	}

	gatherMessages(delivery: GatheringDelivery): Promise<boolean> {
		return this.write(gatherMessages, delivery);
	}

	claimGatherings(claim: GatheringClaim): Promise<Gathering[]> {
		return this.write(claimGatherings, claim);
	}

	claimGatheredAnswers(
		handovers: GatheredHandover[],
		claim: Omit<GatheringClaim, 'limit'>,
	): Promise<Array<GatheredClaim | 'continued' | 'gone'>> {
		return this.write(claimGatheredAnswers, handovers, claim);
	}

	renewGatherings(gatheringIds: string[], leaseUntilMs: number): Promise<void> {
		return this.write(renewGatherings, gatheringIds, leaseUntilMs);
	}

	removeGatherings(gatheringIds: string[]): Promise<void> {
		return this.write(removeGatherings, gatheringIds);
	}

	watchStoreEvents(topic: StoreEventTopic, atMs: number): Promise<number> {
		return this.write(watchStoreEvents, topic, atMs);
	}

	findStoreEvents(topic: StoreEventTopic, subjects: string[]): Promise<string[]> {
		return this.read(findStoreEvents, topic, subjects);
	}

	addStoreEvents(topic: StoreEventTopic, subjects: string[], atMs: number): Promise<void> {
		return this.write(addStoreEvents, topic, subjects, atMs);
	}

	addGivenUp(look: GivenUpLook): Promise<number> {
		return this.write(addGivenUp, look);
	}

	claimStoreEvents(claim: StoreEventClaim): Promise<string[]> {
		return this.write(claimStoreEvents, claim);
	}

	renewStoreEvents(topic: StoreEventTopic, subjects: string[], leaseUntilMs: number): Promise<void> {
		return this.write(renewStoreEvents, topic, subjects, leaseUntilMs);
	}

	settleStoreEvents(topic: StoreEventTopic, subjects: string[]): Promise<void> {
		return this.write(settleStoreEvents, topic, subjects);
	}

	prune(atMs: number): Promise<void> {
		return new Pruning((script) => this.write(script), async () => await new Promise((resolve) => setImmediate(resolve))).prune(atMs);
	}

	countOwnedElsewhere(phoneNumberIds: string[], sinceMs: number): Promise<number> {
		return this.read(countOwnedElsewhere, phoneNumberIds, sinceMs);
	}

	findHealth(atMs: number): Promise<StoreHealth> {
		return this.read(findHealth, atMs);
	}

	readRows(table: MovedTableName, after: SqlValue[] | undefined): Promise<MovedPage> {
		return this.read(readPage, table, after);
	}

	mergeRows(table: MovedTableName, rows: SqlRow[]): Promise<MergedRows> {
		return this.write(mergeRows, table, rows);
	}

	backUp(path: string): Promise<number> {
		return this.database.backUp(path);
	}

	close(): Promise<void> {
		this.pruning.close();
		return this.database.close();
	}

	private async read<Given extends unknown[], Result>(script: Script<Given, Result>, ...given: Given): Promise<Result> {
		const storable = toStorable(given);
		return await this.database.read(() => endInTime(script(...storable)));
	}

	private async write<Given extends unknown[], Result>(script: Script<Given, Result>, ...given: Given): Promise<Result> {
		const storable = toStorable(given);
		return await this.database.write(() => endInTime(script(...storable)));
	}
}

function openCountedGroup(most: number): () => boolean {
	let count = 0;
	return () => ++count <= most;
}

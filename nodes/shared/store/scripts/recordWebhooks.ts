import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { leaseEvents } from './leaseEvents';
import { recordConsent } from './recordConsent';
import { recordEvidenceInTurn } from './recordEvidence';
import { recordRenamings } from './recordRenamings';
import { recordStatuses } from './recordStatuses';
import { recordTemplateChanges } from './recordTemplateChanges';
import { recordUsage } from './recordUsage';
import { requireStrangers } from './requireStrangers';
import type { StoredSession } from './SessionRow';
import { takeAnswers } from './takeAnswers';

/**
 * Records webhooks as if each of them came by itself, in this order; see `SessionStore.recordWebhook`. Several cost hardly more
 * statements than one.
 *
 * @param records - one, or several that may share a transaction; see `openWebhookGroup`
 * @returns the receipt of each
 * @throws {SessionStoreError} when they have to be recorded one by one after all
 */
export function* recordWebhooks(records: WebhookRecord[]): SqlScript<WebhookReceipt[]> {
	const statuses = records.flatMap((record) => record.statuses);
	const { refusals, optOuts } = yield* recordStatuses(statuses);
	yield* recordConsent([...records.flatMap(({ consent }) => consent), ...optOuts]);
	// Before the evidence, which may part the previous IDs: consent is looked up under both of them.
	const pairs = yield* recordRenamings(records.flatMap(({ renamings }) => renamings));
	const evidence = records.map((record) => record.evidence);
	const last = evidence.pop() ?? [];
	const check = records.length > 1 ? (known: StoredSession[]) => requireStrangers(known, records) : undefined;
	yield* recordEvidenceInTurn([...evidence, [...last, ...refusals, ...pairs]], check);
	yield* recordTemplateChanges(records.flatMap(({ templateChanges }) => templateChanges));
	const receipts = yield* takeAnswers(records, yield* leaseEvents(records));
	// Last: who counts a message of the same hour waits until this transaction ends.
	yield* recordUsage(statuses);
	return receipts;
}

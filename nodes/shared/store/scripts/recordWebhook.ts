import type { InboundAnswer } from '../../domain/InboundAnswer';
import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { claimAnswers } from './claimAnswers';
import { claimEndedWaits } from './claimEndedWaits';
import { leaseEvents } from './leaseEvents';
import { recordConsent } from './recordConsent';
import { recordEvidence } from './recordEvidence';
import { recordRenamings } from './recordRenamings';
import { recordStatuses } from './recordStatuses';
import { recordTemplateChanges } from './recordTemplateChanges';
import { releaseEvents } from './releaseEvents';

/** Records a webhook; see `SessionStore.recordWebhook`. */
export function* recordWebhook(record: WebhookRecord): SqlScript<WebhookReceipt> {
	const { refusals, optOuts } = yield* recordStatuses(record.statuses);
	yield* recordConsent([...record.consent, ...optOuts]);
	// Before the evidence, which may part the previous IDs: consent is looked up under both of them.
	const pairs = yield* recordRenamings(record.renamings);
	yield* recordEvidence([...record.evidence, ...refusals, ...pairs]);
	yield* recordTemplateChanges(record.templateChanges);
	const receipt = yield* leaseEvents(record);
	if (!record.answers || receipt.underWay.length > 0) return receipt;
	return yield* withAnswers(record, record.answers, receipt);
}

/** A message that was acknowledged has had its effect, and is no answer to a question that came after it. */
function* withAnswers(
	{ receiver, deliveryId, receivedAtMs: atMs, leaseUntilMs, eventIds }: WebhookRecord,
	inbound: InboundAnswer[],
	receipt: WebhookReceipt,
): SqlScript<WebhookReceipt> {
	const wanted = new Set(eventIds);
	const leased = new Set(receipt.leased);
	const open = inbound.filter(({ eventId }) => leased.has(eventId) || !wanted.has(eventId));
	const delivery = { deliveryId, atMs, leaseUntilMs };
	const answers = yield* claimAnswers(open, delivery);
	if (answers.underWay.length === 0) return { ...receipt, answers, ended: yield* claimEndedWaits(delivery) };
	yield* releaseEvents(receiver, deliveryId, receipt.leased);
	return { leased: [], underWay: answers.underWay };
}

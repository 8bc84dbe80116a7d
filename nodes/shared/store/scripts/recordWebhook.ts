import type { WebhookReceipt, WebhookRecord } from '../SessionStore';
import type { SqlScript } from '../SqlScript';
import { leaseEvents } from './leaseEvents';
import { recordConsent } from './recordConsent';
import { recordEvidence } from './recordEvidence';
import { recordRenamings } from './recordRenamings';
import { recordStatuses } from './recordStatuses';
import { recordTemplateChanges } from './recordTemplateChanges';

/** Records a webhook; see `SessionStore.recordWebhook`. */
export function* recordWebhook(record: WebhookRecord): SqlScript<WebhookReceipt> {
	const { refusals, optOuts } = yield* recordStatuses(record.statuses);
	yield* recordConsent([...record.consent, ...optOuts]);
	// Before the evidence, which may part the previous IDs: consent is looked up under both of them.
	yield* recordRenamings(record.renamings);
	yield* recordEvidence([...record.evidence, ...refusals]);
	yield* recordTemplateChanges(record.templateChanges);
	return yield* leaseEvents(record);
}

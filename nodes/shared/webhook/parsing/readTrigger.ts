import { readTimestamp } from '../reading/readTimestamp';
import type { WebhookChange } from './WebhookChange';
import type { OtherEvent } from './WebhookEvent';

/**
 * Reads the instant of an event that may have none of its own: else it is when Meta triggered the webhook.
 *
 * @param timestamp - the event's own timestamp; undefined where none is known
 * @returns nothing where neither is readable
 */
export function readTrigger({ triggeredAt, receivedAtMs }: WebhookChange, timestamp?: unknown): Pick<OtherEvent, 'atMs'> {
	const own = readTimestamp(timestamp, receivedAtMs);
	const { atMs, isTimestampMissing } = own.isTimestampMissing ? readTimestamp(triggeredAt, receivedAtMs) : own;
	return isTimestampMissing ? {} : { atMs };
}

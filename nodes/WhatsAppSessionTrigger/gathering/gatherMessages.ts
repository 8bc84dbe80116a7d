import type { GatheringLimits } from '../../shared/domain/gathering';
import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import type { AnswerPart, GatheredMessage } from '../../shared/store/Gatherings';
import { openStore } from '../../shared/store/openStore';
import { WebhookRejectedError } from '../../shared/webhook/WebhookRejectedError';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';

/** Messages of one delivery that wait for those that follow them. */
export interface WaitingMessages {
	credentials: Pick<SessionCredentials, 'store'>;
	deliveryId: string;
	receiver: string;
	limits: GatheringLimits;
	events: MessageEvent[];
	/** The answer that each of them is a part of; in the order of `events`. */
	answers: Array<AnswerPart | undefined>;
	/** How long other deliveries of the same messages wait for this one; milliseconds. */
	leaseMs: number;
}

/**
 * Puts messages with those of the same person that came just before. When it resolves they are in the store and count as handled: from then
 * on it is `GatheringWatch` that starts the workflow for them.
 *
 * @throws {WebhookRejectedError} when another delivery of the same messages is at work on them
 * @throws {SessionStoreError} when the store could not be written
 */
export async function gatherMessages({ credentials, deliveryId, receiver, limits, events, answers, leaseMs }: WaitingMessages): Promise<void> {
	if (events.length === 0) return;
	const atMs = Date.now();
	const delivery = { receiver, deliveryId, atMs, leaseUntilMs: atMs + leaseMs, limits, messages: events.map((event, index) => toGathered(event, answers[index])) };
	if (!(await openStore(credentials.store).gatherMessages(delivery))) throw new WebhookRejectedError('deliveryUnderWay');
}

function toGathered(event: MessageEvent, answer: AnswerPart | undefined): GatheredMessage {
	const { eventId, phoneNumberId, user } = event;
	return { eventId, phoneNumberId, user, event: JSON.stringify(event), ...(answer && { answer }) };
}

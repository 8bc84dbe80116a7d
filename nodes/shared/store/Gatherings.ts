import type { GatheringLimits } from '../domain/gathering';
import type { UserIdentity } from '../domain/Session';
import type { AnswerClaim } from './AnswerWaits';

/** What makes a message a part of the answer that an execution waits for. */
export interface AnswerPart {
	/** The wait; see `AnswerWait.waitId`. */
	waitId: string;
	/** When the answer is complete at the latest; epoch milliseconds, UTC. */
	latestAtMs: number;
	/** True when nothing more is waited for. */
	isComplete: boolean;
	/** Where n8n was reached with it, as its connection says; undefined where that is of no use. */
	reachedAt?: { localAddress: string; localPort: number };
}

/** A message that waits for those that follow it. */
export interface GatheredMessage {
	/** Names it among all events; see `WebhookEvent.eventId`. */
	eventId: string;
	/** Graph ID of the business number it was written to. */
	phoneNumberId: string;
	/** Who wrote it. */
	user: UserIdentity;
	/** The message itself, as JSON text. It is kept until the execution that it starts is n8n's. */
	event: string;
	/** Undefined where nobody waits for it. */
	answer?: AnswerPart;
}

/** Messages of one delivery that are to be gathered. All instants are epoch milliseconds, UTC. */
export interface GatheringDelivery {
	/** Who gathers: messages of the same person are gathered by each receiver for itself. */
	receiver: string;
	/** The delivery that has leased the events; see `WebhookRecord`. */
	deliveryId: string;
	/** Now. */
	atMs: number;
	/** Until when other deliveries of the same events must wait. */
	leaseUntilMs: number;
	limits: GatheringLimits;
	messages: GatheredMessage[];
}

/** Messages of one person to one business number that are complete. */
export interface Gathering {
	/** Names it among all; the same each time it is handed over. */
	gatheringId: string;
	/** When its first message arrived; epoch milliseconds, UTC. */
	beganAtMs: number;
	/** In the order of their arrival. */
	messages: Array<Pick<GatheredMessage, 'eventId' | 'event' | 'answer'>>;
}

/** Messages that are complete and that an execution waits for. */
export interface GatheredHandover {
	gatheringId: string;
	/** That of its messages. */
	waitId: string;
	/** Its messages, at least one. */
	eventIds: string[];
}

/** The wait for messages that were gathered. */
export interface GatheredClaim extends AnswerClaim {
	/** Under which name its outcome is settled; see `AnswerWaits.settleAnswers`. */
	deliveryId: string;
}

/** A look for what is complete. All instants are epoch milliseconds, UTC. */
export interface GatheringClaim {
	receiver: string;
	/** Now: what is due by then is given. */
	atMs: number;
	/** Until when nobody else may have it, should this process die. */
	leaseUntilMs: number;
	/** How many at the most. */
	limit: number;
}

/** Keeps messages that follow each other until they become one item, so that none is lost and none is in two items. */
export interface Gatherings {
	/**
	 * Adds messages, and acknowledges their events, in one transaction: from then on a redelivery of them starts nothing. Each joins what is
	 * being gathered of its person and business number, or begins something new; see `mayJoinGathering`. What is an answer joins only what
	 * answers the same question. An event that was acknowledged
	 * before is left out.
	 *
	 * @returns false when another delivery is at work on one of the events: nothing is added, and they have to come again
	 */
	gatherMessages(delivery: GatheringDelivery): Promise<boolean>;

	/**
	 * Claims what is due, the earliest first: what is complete, and what was claimed before and never removed by the end of its lease. What was
	 * claimed once takes no more messages.
	 */
	claimGatherings(claim: GatheringClaim): Promise<Gathering[]>;

	/**
	 * Claims the waits for what was claimed by {@link claimGatherings}, each for the first of its gatherings; a claim that was made before and
	 * never settled is repeated.
	 *
	 * @param claim - of its instants; `receiver` is the one that has gathered them
	 * @returns for each, in their order, the claim; `continued` when it has continued the execution before; `gone` when nobody waits for it
	 * any more, or something else is the answer
	 */
	claimGatheredAnswers(handovers: GatheredHandover[], claim: Omit<GatheringClaim, 'limit'>): Promise<Array<GatheredClaim | 'continued' | 'gone'>>;

	/** Lets the leases of what is still being handed over last until a later instant. */
	renewGatherings(gatheringIds: string[], leaseUntilMs: number): Promise<void>;

	/** Forgets what was handed over, with the messages. */
	removeGatherings(gatheringIds: string[]): Promise<void>;
}

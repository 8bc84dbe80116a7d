import type { OrderedFailure } from './sending/FailureQueue.ts';
import type { DeliverySettings } from './webhooks/DeliverySettings.ts';
import type { WebhookDelivery } from './webhooks/WebhookDelivery.ts';
import type { WebhookSubscription } from './webhooks/WebhookSubscription.ts';
import type { BusinessNumber } from './world/BusinessNumber.ts';
import type { WindowState } from './world/CustomerServiceWindows.ts';
import type { MessageRecord } from './world/MessageRecord.ts';
import type { Person } from './world/Person.ts';
import type { SimulatorSettings } from './world/SimulatorSettings.ts';

/** The simulator's clock at one moment. */
export interface ClockState {
	/** The simulator's present; epoch milliseconds. */
	nowMs: number;
	/** The real time; epoch milliseconds. */
	realNowMs: number;
	/** Difference of the two in seconds; negative when the clock is set back. */
	offsetSeconds: number;
}

/** A window with its two sides. */
export interface ConversationWindow extends WindowState {
	/** Business number. */
	phoneNumberId: string;
	/** wa_id of the person. */
	waId: string;
}

/** Everything the page shows. */
export interface SimulatorState {
	/** The clock. */
	clock: ClockState;
	/** The business numbers, the default one first. */
	numbers: readonly BusinessNumber[];
	/** Everybody. */
	people: Person[];
	/** The last 500 messages of all conversations, the oldest first. */
	messages: MessageRecord[];
	/** By the simulator's rule and clock; only windows that were open once. */
	windows: ConversationWindow[];
	/** Names, languages and states of the templates. */
	templates: Array<{ name: string; language: string; status: string }>;
	/** Settings of the simulated Meta. */
	settings: SimulatorSettings;
	/** Switches of the webhook delivery. */
	delivery: DeliverySettings;
	/** Updates that wait for a flush. */
	collectedUpdates: number;
	/** Failures that wait for the next sends. */
	failures: readonly OrderedFailure[];
	/** Where webhooks go; null while nobody subscribed. */
	subscription: WebhookSubscription | null;
	/** The last 100 webhooks without their bodies, the newest first. */
	deliveries: Array<Omit<WebhookDelivery, 'rawBody'>>;
}

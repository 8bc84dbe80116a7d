import type { TokenState } from './graph/TokenState.ts';
import type { OrderedFailure } from './sending/FailureQueue.ts';
import type { DeliverySettings } from './webhooks/DeliverySettings.ts';
import type { WebhookDelivery } from './webhooks/WebhookDelivery.ts';
import type { WebhookTopics } from './webhooks/topicsOf.ts';
import type { WebhookSubscription } from './webhooks/WebhookSubscription.ts';
import type { BusinessNumber } from './world/BusinessNumber.ts';
import type { WindowState } from './world/CustomerServiceWindows.ts';
import type { Group } from './world/Group.ts';
import type { MessageRecord } from './world/MessageRecord.ts';
import type { Person } from './world/Person.ts';
import type { SimulatorSettings } from './world/SimulatorSettings.ts';
import type { MonthUsage } from './world/UsageBook.ts';

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
	/** wa_id of the person, or the ID of the group. */
	waId: string;
}

/** The levels at which an address may be set: the number's wins over the WABA's, that one over the app's. */
export interface SubscriptionLevels {
	/** The app's own address; null while it has none. */
	application: string | null;
	/** Whether the app is subscribed to the WABA; without that nothing is delivered. */
	isSubscribedToAccount: boolean;
	/** Override of the WABA; null when there is none. */
	businessAccount: string | null;
	/** Overrides of business numbers, by phone number ID. */
	phoneNumbers: Record<string, string>;
	/** Addresses of the other apps. */
	otherApps: string[];
}

/** Everything the page shows. */
export interface SimulatorState {
	/** The clock. */
	clock: ClockState;
	/** The business numbers, the default one first. */
	numbers: readonly BusinessNumber[];
	/** The groups, in the order in which they were made. */
	groups: Group[];
	/** Everybody; `timeZone` is also that of the number's country, undefined where nobody knows. */
	people: Person[];
	/** The last 500 messages of all conversations, the oldest first. */
	messages: MessageRecord[];
	/** By the simulator's rule and clock; only windows that were open once. */
	windows: ConversationWindow[];
	/** Names, languages and states of the templates. */
	templates: Array<{ name: string; language: string; status: string }>;
	/** What was sent and what it costs, the newest month first; only numbers and months with a message. */
	usage: MonthUsage[];
	/** Settings of the simulated Meta. */
	settings: SimulatorSettings;
	/** Switches of the webhook delivery. */
	delivery: DeliverySettings;
	/** Updates that wait for a flush. */
	collectedUpdates: number;
	/** Failures that wait for the next sends. */
	failures: readonly OrderedFailure[];
	/** How many files the business has uploaded. */
	uploadedFiles: number;
	/** Where the app wants its webhooks; null while it did not say. */
	subscription: WebhookSubscription | null;
	/** All levels at which an address may be set, and the other apps. */
	subscriptions: SubscriptionLevels;
	/** What the access token is good for. */
	token: TokenState;
	/** The last 100 webhooks, the newest first: without their bodies, and with what they are about. */
	deliveries: Array<Omit<WebhookDelivery, 'rawBody'> & WebhookTopics>;
}

import type { Clock } from './Clock.ts';
import type { TokenState } from './graph/TokenState.ts';
import type { IdGenerator } from './IdGenerator.ts';
import type { MediaFiles } from './media/MediaFiles.ts';
import type { SampleUploads } from './media/SampleUploads.ts';
import type { FailureQueue } from './sending/FailureQueue.ts';
import type { HeldMessages } from './sending/HeldMessages.ts';
import type { TemplateBook } from './templates/TemplateBook.ts';
import type { Timers } from './Timers.ts';
import type { DeliveryQueue } from './webhooks/DeliveryQueue.ts';
import type { SubscriptionBook } from './webhooks/SubscriptionBook.ts';
import type { RateLimit } from './world/RateLimit.ts';
import type { World } from './world/World.ts';

/** The app and the account the simulator plays. */
export interface SimulatedAccount {
	/** Bearer token of a system user. */
	accessToken: string;
	/** Meta app that owns the webhook subscription. */
	appId: string;
	/** Name of the app. */
	appName: string;
	/** Signs the webhooks. */
	appSecret: string;
	/** WABA ID. */
	businessAccountId: string;
	/** Name of the WABA. */
	businessName: string;
	/** Verify token for a callback URL set without one; undefined when none was chosen. */
	verifyToken: string | undefined;
}

/** The parts every route and every action of the simulator works with. */
export interface Engine {
	/** IDs and secrets. */
	account: SimulatedAccount;
	/** The one clock. */
	clock: Clock;
	/** Source of every ID. */
	ids: IdGenerator;
	/** Numbers, people, messages, windows, settings. */
	world: World;
	/** Files that people sent. */
	media: MediaFiles;
	/** Samples for the headers of new templates. */
	uploads: SampleUploads;
	/** Message templates. */
	templates: TemplateBook;
	/** Which app gets which webhooks, and where. */
	subscriptions: SubscriptionBook;
	/** What the access token is good for; changed in place. */
	token: TokenState;
	/** Webhooks on their way. */
	deliveries: DeliveryQueue;
	/** Failures waiting for the next sends. */
	failures: FailureQueue;
	/** Template messages that are held for a look at their quality. */
	heldMessages: HeldMessages;
	/** What business numbers sent lately, in total and to each person. */
	rateLimit: RateLimit;
	/** Status updates that are not due yet. */
	statusTimers: Timers;
}

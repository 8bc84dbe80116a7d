import type { Clock } from '../Clock.ts';
import { SeededRandom } from '../SeededRandom.ts';
import { Timers } from '../Timers.ts';
import { deliverToApps } from './deliverToApps.ts';
import type { DeliveryRound } from './deliverToApps.ts';
import type { DeliverySettings } from './DeliverySettings.ts';
import { findDestination } from './findDestination.ts';
import { joinUpdates } from './joinUpdates.ts';
import { routeOf } from './routeOf.ts';
import type { SubscriptionBook } from './SubscriptionBook.ts';
import { toRawBody } from './toRawBody.ts';
import type { WebhookDelivery } from './WebhookDelivery.ts';
import type { WebhookRoute } from './WebhookRoute.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

const MOST_DELIVERIES = 5000;
const MOST_UPDATES_PER_POST = 1000;
const SHUFFLE_WAIT_MS = 150;

/** What a delivery queue needs. */
export interface DeliveryQueueOptions {
	/** Clock whose real time stamps the log. */
	clock: Clock;
	/** The apps and where they want webhooks. */
	subscriptions: SubscriptionBook;
	/** Whether the app is in development mode at the moment. */
	isInDevelopment: () => boolean;
	/** WABA ID of the entries. */
	businessAccountId: string;
	/** Pauses before the second try and those after it, in milliseconds. */
	retryPausesMs: readonly number[];
	/** Milliseconds to wait for an answer. */
	timeoutMs: number;
}

const plainDelivery: DeliverySettings = {
	duplicates: 0,
	shuffle: false,
	shuffleSeed: 1,
	delayMs: 0,
	batch: false,
	paused: false,
	concurrency: 1,
};

/** What a webhook is made of. */
export type DeliveryParts = Pick<WebhookDelivery, 'rawBody' | 'summary' | 'messageIds' | 'route'> &
	Partial<Pick<WebhookDelivery, 'signing'>>;

/**
 * Carries webhooks to the apps: signed, repeated until they are answered with 200, and as untidily as the switches say.
 */
export class DeliveryQueue {
	/** Switches in force. */
	settings: DeliverySettings = { ...plainDelivery };
	private readonly options: DeliveryQueueOptions;
	private readonly holdTimers = new Timers();
	private readonly retryTimers = new Timers();
	private readonly log: WebhookDelivery[] = [];
	private collected: WebhookUpdate[] = [];
	private gathered: WebhookDelivery[] = [];
	private ready: WebhookDelivery[] = [];
	private inFlight = 0;
	private count = 0;

	/** @param options - what the queue needs */
	constructor(options: DeliveryQueueOptions) {
		this.options = options;
	}

	/** Every webhook so far, the oldest first; the last 5,000. */
	list(): readonly WebhookDelivery[] {
		return this.log;
	}

	/** Updates that wait for a flush. */
	get collectedUpdates(): number {
		return this.collected.length;
	}

	/** True while something is on its way by itself; what is paused, collected or waits for a retry does not count. */
	get isBusy(): boolean {
		return this.inFlight > 0 || this.holdTimers.pending > 0 || (this.ready.length > 0 && !this.settings.paused);
	}

	/** Changes some switches. Switching `batch` or `paused` off sends what had been held back. */
	change(settings: Partial<DeliverySettings>): void {
		this.settings = { ...this.settings, ...settings };
		if (!this.settings.batch) this.flush();
		this.releaseGathered();
		this.pump();
	}

	/** Takes an update; it goes out at once unless the switches say otherwise. */
	enqueue(update: WebhookUpdate): void {
		this.collected.push(update);
		if (!this.settings.batch) this.flush();
	}

	/** Sends what was collected in as few POSTs as Meta would; returns how many updates went out. */
	flush(): number {
		const updates = this.collected;
		this.collected = [];
		for (let start = 0; start < updates.length; start += MOST_UPDATES_PER_POST) {
			this.enqueueJoined(updates.slice(start, start + MOST_UPDATES_PER_POST));
		}
		return updates.length;
	}

	/** Sends bytes as they are. */
	enqueueRaw(parts: DeliveryParts): WebhookDelivery {
		const delivery = this.addToLog(parts);
		this.hold(delivery);
		return delivery;
	}

	/** Sends the first webhook about a message again, byte for byte; undefined when there was none. */
	redeliver(messageId: string): WebhookDelivery | undefined {
		const original = this.log.find((delivery) => delivery.messageIds.includes(messageId));
		if (!original) return undefined;
		const { rawBody, messageIds, route, summary } = original;
		return this.enqueueRaw({ rawBody, messageIds, route, summary: `${summary}, again` });
	}

	/** Forgets the log and everything on its way, and returns to the plain switches; the subscription stays. */
	reset(): void {
		this.close();
		this.log.length = 0;
		this.settings = { ...plainDelivery };
	}

	/** Stops repeating and drops what waits. */
	close(): void {
		this.holdTimers.clear();
		this.retryTimers.clear();
		this.collected = [];
		this.gathered = [];
		this.ready = [];
	}

	private enqueueJoined(updates: readonly WebhookUpdate[]): void {
		const groups = Map.groupBy(updates, (update) =>
			JSON.stringify(this.findDestinations(routeOf(update)).map(({ destination }) => destination)),
		);
		for (const group of groups.values()) this.enqueueGroup(group);
	}

	/** Updates that go to the same addresses share a POST. */
	private enqueueGroup(updates: readonly WebhookUpdate[]): void {
		const [first] = updates;
		if (!first) return;
		const { businessAccountId, clock } = this.options;
		const rawBody = toRawBody(joinUpdates(updates, { businessAccountId, nowMs: clock.nowMs() }));
		const summary = updates.length === 1 ? first.summary : `batch of ${updates.length} updates`;
		const messageIds = updates.flatMap((update) => update.messageIds);
		const parts = { rawBody, messageIds, route: routeOf(first) };
		for (let copy = 0; copy <= this.settings.duplicates; copy += 1) {
			this.enqueueRaw({ ...parts, summary: copy === 0 ? summary : `${summary}, duplicate` });
		}
	}

	private findDestinations(route: WebhookRoute): DeliveryRound['destinations'] {
		const isInDevelopment = this.options.isInDevelopment();
		return this.options.subscriptions
			.list()
			.map((app) => ({ app, destination: findDestination(app, route, isInDevelopment) }));
	}

	private addToLog(parts: DeliveryParts): WebhookDelivery {
		this.count += 1;
		const id = this.count;
		const atMs = this.options.clock.realNowMs();
		const delivery: WebhookDelivery = { id, atMs, signing: 'valid', ...parts, state: 'waiting', rounds: 0, attempts: [] };
		this.log.push(delivery);
		if (this.log.length > MOST_DELIVERIES) this.log.shift();
		return delivery;
	}

	private hold(delivery: WebhookDelivery): void {
		const { delayMs } = this.settings;
		if (delayMs > 0) this.holdTimers.after(delayMs, () => this.gather(delivery));
		else this.gather(delivery);
	}

	private gather(delivery: WebhookDelivery): void {
		if (!this.settings.shuffle) {
			this.ready.push(delivery);
			this.pump();
			return;
		}
		this.gathered.push(delivery);
		if (this.gathered.length === 1) this.holdTimers.after(SHUFFLE_WAIT_MS, () => this.releaseGathered());
	}

	private releaseGathered(): void {
		if (this.settings.paused) return;
		const random = new SeededRandom(this.settings.shuffleSeed + this.count);
		this.ready.push(...random.shuffle(this.gathered));
		this.gathered = [];
		this.pump();
	}

	private pump(): void {
		while (!this.settings.paused && this.inFlight < this.settings.concurrency) {
			const delivery = this.ready.shift();
			if (!delivery) return;
			this.inFlight += 1;
			void this.attempt(delivery).finally(() => {
				this.inFlight -= 1;
				this.pump();
			});
		}
	}

	private async attempt(delivery: WebhookDelivery): Promise<void> {
		const { clock, timeoutMs } = this.options;
		const destinations = this.findDestinations(delivery.route);
		const outcome = await deliverToApps({ delivery, destinations, nowMs: clock.realNowMs(), timeoutMs });
		if (outcome === 'nowhere') delivery.state = 'notSent';
		else this.settle(delivery, outcome === 'delivered');
	}

	private settle(delivery: WebhookDelivery, isDelivered: boolean): void {
		const pauseMs = this.options.retryPausesMs[delivery.rounds - 1];
		if (isDelivered) delivery.state = 'delivered';
		else if (pauseMs === undefined || !this.log.includes(delivery)) delivery.state = 'givenUp';
		else {
			this.retryTimers.after(pauseMs, () => {
				this.ready.push(delivery);
				this.pump();
			});
		}
	}
}

import type { Clock } from '../Clock.ts';
import { SeededRandom } from '../SeededRandom.ts';
import { Timers } from '../Timers.ts';
import type { DeliverySettings } from './DeliverySettings.ts';
import { joinUpdates } from './joinUpdates.ts';
import { postWebhook } from './postWebhook.ts';
import { signRawBody } from './signRawBody.ts';
import { toRawBody } from './toRawBody.ts';
import type { WebhookDelivery } from './WebhookDelivery.ts';
import type { WebhookSubscription } from './WebhookSubscription.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

const MOST_DELIVERIES = 5000;
const MOST_UPDATES_PER_POST = 1000;
const SHUFFLE_WAIT_MS = 150;

/** What a delivery queue needs. */
export interface DeliveryQueueOptions {
	/** Clock whose real time stamps the log. */
	clock: Clock;
	/** Signs the bodies. */
	appSecret: string;
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

/**
 * Carries webhooks to the callback URL: signed, repeated until they are answered with 200, and as untidily as the
 * switches say.
 */
export class DeliveryQueue {
	/** Where webhooks go; undefined while nobody subscribed. */
	subscription: WebhookSubscription | undefined;
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
	enqueueRaw(
		rawBody: string,
		summary: string,
		messageIds: string[] = [],
		signing: WebhookDelivery['signing'] = 'valid',
	): WebhookDelivery {
		const delivery = this.addToLog({ rawBody, summary, messageIds, signing });
		this.hold(delivery);
		return delivery;
	}

	/** Sends the first webhook about a message again, byte for byte; undefined when there was none. */
	redeliver(messageId: string): WebhookDelivery | undefined {
		const original = this.log.find((delivery) => delivery.messageIds.includes(messageId));
		return original && this.enqueueRaw(original.rawBody, `${original.summary}, again`, original.messageIds);
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
		const fields = this.subscription?.fields;
		const wanted = updates.filter((update) => !fields || fields.includes(update.field));
		if (wanted.length === 0) {
			const summary = updates.map((update) => update.summary).join(', ');
			const unwanted = this.addToLog({ rawBody: '', summary, messageIds: [], signing: 'valid' });
			Object.assign(unwanted, { state: 'notSent', problem: `the app is not subscribed to ${updates[0]?.field}` });
			return;
		}
		const rawBody = toRawBody(joinUpdates(wanted, this.options.businessAccountId));
		const summary = wanted.length === 1 ? String(wanted[0]?.summary) : `batch of ${wanted.length} updates`;
		const messageIds = wanted.flatMap((update) => update.messageIds);
		for (let copy = 0; copy <= this.settings.duplicates; copy += 1) {
			this.enqueueRaw(rawBody, copy === 0 ? summary : `${summary}, duplicate`, messageIds);
		}
	}

	private addToLog(parts: Pick<WebhookDelivery, 'rawBody' | 'summary' | 'messageIds' | 'signing'>): WebhookDelivery {
		this.count += 1;
		const atMs = this.options.clock.realNowMs();
		const delivery: WebhookDelivery = { id: this.count, atMs, ...parts, state: 'waiting', attempts: [] };
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
		const url = this.subscription?.callbackUrl;
		if (!url) {
			Object.assign(delivery, { state: 'notSent', problem: 'no callback URL is set' });
			return;
		}
		const signature = this.sign(delivery);
		const atMs = this.options.clock.realNowMs();
		const answer = await postWebhook({
			url,
			rawBody: delivery.rawBody,
			signature,
			timeoutMs: this.options.timeoutMs,
		});
		delivery.attempts.push({ atMs, ...answer, ...(signature && { signature }) });
		this.settle(delivery, answer.httpStatus === 200);
	}

	private settle(delivery: WebhookDelivery, isDelivered: boolean): void {
		const pauseMs = this.options.retryPausesMs[delivery.attempts.length - 1];
		if (isDelivered) delivery.state = 'delivered';
		else if (pauseMs === undefined || !this.log.includes(delivery)) delivery.state = 'givenUp';
		else {
			this.retryTimers.after(pauseMs, () => {
				this.ready.push(delivery);
				this.pump();
			});
		}
	}

	private sign({ rawBody, signing }: WebhookDelivery): string | undefined {
		if (signing === 'missing') return undefined;
		return signRawBody(rawBody, signing === 'valid' ? this.options.appSecret : `not ${this.options.appSecret}`);
	}
}

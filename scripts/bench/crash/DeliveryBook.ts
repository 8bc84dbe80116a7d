import type { SampleMessage } from '../load/toMessagesWebhook.ts';
import type { Random } from './createRandom.ts';

/** A webhook with one or several messages that is posted until it has been answered with 200. */
export interface Delivery {
	/** Message IDs. */
	messageIds: string[];
	/** Number of the customer who writes. */
	customer: number;
	/** Numbers of its posts, in order. */
	posts: number[];
	/** HTTP status of each post; undefined for those without an answer. */
	statuses: Array<number | undefined>;
	/** Number of the first post that was answered with 200; undefined until then. */
	answeredPost?: number;
	/** When it was written; a repetition has the same instant. Epoch milliseconds. */
	writtenAtMs: number;
	/** Not to be posted again before; epoch milliseconds. */
	dueAtMs: number;
}

const MOST_MESSAGES = 3;
const RETRY_PAUSE_MS = 500;

/** Meta's side of the deliveries: what was sent, what was answered, what has to be sent again. */
export class DeliveryBook {
	readonly deliveries: Delivery[] = [];
	private readonly waiting: Delivery[] = [];
	private readonly random: Random;
	private readonly customers: number;
	private posts = 0;
	private messages = 0;

	/** @param customers - how many people write */
	constructor(random: Random, customers = 1000) {
		this.random = random;
		this.customers = customers;
	}

	/** How many deliveries are still to be answered with 200, those under way included. */
	get unanswered(): number {
		return this.deliveries.filter(({ answeredPost }) => answeredPost === undefined).length;
	}

	/** A delivery that has to be sent again and is due; undefined when there is none. */
	takeDue(nowMs: number): Delivery | undefined {
		const index = this.waiting.findIndex(({ dueAtMs }) => dueAtMs <= nowMs);
		return index < 0 ? undefined : this.waiting.splice(index, 1)[0];
	}

	/** A new delivery. */
	create(): Delivery {
		const toMessageId = () => `wamid.CRASH${(this.messages += 1)}`;
		const messageIds = Array.from({ length: 1 + this.random(MOST_MESSAGES) }, toMessageId);
		const delivery = { messageIds, customer: this.deliveries.length % this.customers, posts: [], statuses: [], writtenAtMs: Date.now(), dueAtMs: 0 };
		this.deliveries.push(delivery);
		return delivery;
	}

	/** The messages of one more post. Each carries the number of the post, so that an execution tells who started it. */
	beginPost(delivery: Delivery): SampleMessage[] {
		this.posts += 1;
		delivery.posts.push(this.posts);
		const { messageIds, customer } = delivery;
		return messageIds.map((id) => ({ id, customer, text: `Post ${this.posts}` }));
	}

	/** @param status - HTTP status of the newest post; undefined when there was no answer */
	endPost(delivery: Delivery, status: number | undefined, nowMs: number): void {
		delivery.statuses.push(status);
		if (status === 200) delivery.answeredPost ??= delivery.posts.at(-1);
		if (delivery.answeredPost !== undefined) return;
		delivery.dueAtMs = nowMs + RETRY_PAUSE_MS;
		this.waiting.push(delivery);
	}
}

import { createPoster, type Poster } from '../load/createPoster.ts';
import type { TriggerN8n } from '../load/openTriggerN8n.ts';
import { signWebhook } from '../load/signWebhook.ts';
import { toMessagesWebhook } from '../load/toMessagesWebhook.ts';
import type { Random } from './createRandom.ts';
import type { Delivery, DeliveryBook } from './DeliveryBook.ts';

/** Webhooks under way at once. */
export const CONNECTIONS = 8;

const MOST_POSTS = 60;
const LONGEST_PAUSE_MS = 60;
// One webhook in so many is one that was answered before: Meta repeats those, too.
const REPETITION = 10;

/** What posting takes. */
export interface PostingRun {
	/** Signs the webhooks. */
	opened: Pick<TriggerN8n, 'appSecret'>;
	book: DeliveryBook;
	random: Random;
	/** How many posts were answered with which HTTP status; `none` got no answer. */
	answers: Record<string, number>;
}

/** One run against an n8n that is killed again and again. */
export interface CrashRun extends PostingRun {
	opened: TriggerN8n;
	/** Callback URL of the trigger. */
	url: string;
	signal: AbortSignal;
}

/** Posts a delivery once, and enters what became of it. */
export async function postDelivery(run: PostingRun, poster: Poster, delivery: Delivery): Promise<void> {
	const { book, opened, answers } = run;
	const webhook = toMessagesWebhook(book.beginPost(delivery), delivery.writtenAtMs);
	const status = await poster.post(signWebhook(webhook, opened.appSecret)).catch(() => undefined);
	book.endPost(delivery, status, Date.now());
	const answer = String(status ?? 'none');
	answers[answer] = (answers[answer] ?? 0) + 1;
}

/** What to post next: now and then what was answered already, what is due again, or something new. */
export function pickDelivery({ book, random }: PostingRun): Delivery {
	const answered = random(REPETITION) === 0 ? book.deliveries[random(book.deliveries.length)] : undefined;
	if (answered?.answeredPost !== undefined) return answered;
	return book.takeDue(Date.now()) ?? book.create();
}

/** Posts over all connections, and kills n8n after a number of posts and a moment that are both left to chance. */
export async function pressAndKill(run: CrashRun): Promise<void> {
	const { url, opened, random, signal } = run;
	const poster = createPoster(url, CONNECTIONS);
	const pauseMs = random(LONGEST_PAUSE_MS);
	let postsLeft = 1 + random(MOST_POSTS);
	let killed: Promise<void> | undefined;
	const killSoon = () => {
		setTimeout(() => (killed = opened.n8n.kill9()), pauseMs);
	};
	const press = async () => {
		while (killed === undefined) {
			signal.throwIfAborted();
			postsLeft -= 1;
			if (postsLeft === 0) killSoon();
			await postDelivery(run, poster, pickDelivery(run));
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, press)).finally(() => poster.close());
	await killed;
}

import type { Delivery } from './DeliveryBook.ts';
import type { Start } from './readStarts.ts';

/** What became of the messages. */
export interface CrashVerdict {
	messages: number;
	executions: number;
	/** Executions that were under way when n8n was killed. */
	crashedExecutions: number;
	/** Executions without any of the messages. */
	strangeExecutions: number;
	/** Messages that started no execution. */
	lost: number;
	/** Messages that started an execution once more after one of their posts had been answered with 200. */
	ranAfterAnswer: number;
	/** Messages of which one single post started several executions. */
	ranTwiceByOnePost: number;
	/**
	 * Messages all of whose executions were under way when n8n was killed. n8n shows them as crashed, where they can be
	 * run once more; Meta does not deliver them again once it has got its 200.
	 */
	onlyCrashed: number;
	/** Messages that ran again because nobody had got an answer: rightly so. */
	ranAgainUnanswered: number;
}

interface JudgedMessage {
	/** Numbers of the posts that started an execution with it. */
	posts: number[];
	/** Whether one of those executions has come to its end. */
	hasEnded: boolean;
	answeredPost: number;
}

function toMessages(deliveries: Delivery[], starts: Start[]): JudgedMessage[] {
	const startsOf = new Map<string, Start[]>();
	for (const start of starts) {
		for (const id of start.messageIds) startsOf.set(id, [...(startsOf.get(id) ?? []), start]);
	}
	return deliveries.flatMap(({ messageIds, answeredPost = Infinity }) =>
		messageIds.map((id) => {
			const own = startsOf.get(id) ?? [];
			const hasEnded = own.some(({ status }) => status === 'success');
			return { posts: own.flatMap(({ posts }) => posts), hasEnded, answeredPost };
		}),
	);
}

/** Compares what was posted and answered with what was started. */
export function judge(deliveries: Delivery[], starts: Start[]): CrashVerdict {
	const messages = toMessages(deliveries, starts);
	const count = (is: (message: JudgedMessage) => boolean) => messages.filter(is).length;
	return {
		messages: messages.length,
		executions: starts.length,
		crashedExecutions: starts.filter(({ status }) => status === 'crashed').length,
		strangeExecutions: starts.filter(({ posts, messageIds }) => posts.length !== 1 || messageIds.length === 0).length,
		lost: count(({ posts }) => posts.length === 0),
		ranAfterAnswer: count(({ posts, answeredPost }) => posts.some((post) => post > answeredPost)),
		ranTwiceByOnePost: count(({ posts }) => new Set(posts).size < posts.length),
		onlyCrashed: count(({ posts, hasEnded }) => posts.length > 0 && !hasEnded),
		ranAgainUnanswered: count(({ posts, answeredPost }) => posts.filter((post) => post <= answeredPost).length > 1),
	};
}

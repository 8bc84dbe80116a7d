const MAX_AT_ONCE = 10;

/** An item that failed, and with what. */
export interface ItemFailure {
	itemIndex: number;
	error: unknown;
}

/** Some items failed. */
export class ItemsFailedError extends Error {
	/** In the order of the items; never empty. */
	readonly failures: [ItemFailure, ...ItemFailure[]];

	/** @param doneCount - how many items were done all the same */
	constructor(
		failures: ItemFailure[],
		readonly doneCount: number,
	) {
		const [first = { itemIndex: 0, error: undefined }, ...others] = failures.toSorted((a, b) => a.itemIndex - b.itemIndex);
		super(String(first.error), { cause: first.error });
		this.failures = [first, ...others];
	}
}

/**
 * Runs a task for every item, several at once, and gives the results in the order of the items.
 *
 * Items for one recipient run one after another, so that a person gets messages in the order they were written. An item that
 * fails keeps no other one from its turn, wherever it stands; what concerns all items (see `isForAll`) lets nothing new begin, and
 * what is under way is waited for.
 *
 * When the execution is stopped nothing new begins, and the run ends at once: in queue mode n8n saves a stopped execution in that
 * moment, and could not continue it otherwise. What is under way goes on by itself, so that no send is cut off half-way.
 *
 * @param recipients - one name for each item; equal names are one person
 * @param options.isForAll - whether a failure would be that of every item, for example a token that has expired; none is by default
 * @param options.signal - aborted when the execution is stopped; nothing begins from then on
 * @throws {ItemsFailedError} when items failed
 */
export async function runPerRecipient<Result>(
	recipients: string[],
	task: (itemIndex: number) => Promise<Result>,
	{ isForAll = () => false, signal }: { isForAll?: (error: unknown) => boolean; signal?: AbortSignal } = {},
): Promise<Result[]> {
	const queues = [...Map.groupBy(recipients.keys(), (itemIndex) => recipients[itemIndex]).values()];
	const results = new Array<Result>(recipients.length);
	const failures: ItemFailure[] = [];
	let isEnded = false;

	const work = async () => {
		for (let queue = queues.shift(); queue; queue = queues.shift()) {
			for (const itemIndex of queue) {
				if (isEnded || signal?.aborted) return;
				await task(itemIndex).then(
					(result) => void (results[itemIndex] = result),
					(error: unknown) => {
						failures.push({ itemIndex, error });
						isEnded ||= isForAll(error);
					},
				);
			}
		}
	};
	await Promise.race([Promise.all(Array.from({ length: MAX_AT_ONCE }, work)), stopOf(signal)]);

	if (failures.length > 0) throw new ItemsFailedError(failures, results.filter((result) => result !== undefined).length);
	signal?.throwIfAborted();
	return results;
}

/** Rejects when the execution is stopped; never settles otherwise. */
async function stopOf(signal: AbortSignal | undefined): Promise<never> {
	return await new Promise((_, reject) => {
		signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
}

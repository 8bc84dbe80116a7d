/** How many items are prepared at once: read, judged, their files uploaded, and in line for their turn. */
const MOST_PREPARED = 20;
/** How many are begun at once, with those that wait for Meta's answer or for their person; each keeps a request in memory. */
const MOST_BEGUN = 250;

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
 * Does the work of one item.
 *
 * @param passOn - to be called when the item has its turn at Meta, or waits for something that is its own alone: the next one may be
 * prepared then. So as many requests are under way as the pace and the answers of Meta ask for, and no more
 */
export type ItemTask<Result> = (itemIndex: number, passOn: () => void) => Promise<Result>;

/** How items are run. */
export interface RunOptions {
	/** Whether a failure would be that of every item, for example a token that has expired; none is by default. */
	isForAll?(error: unknown): boolean;
	/** Aborted when the execution is stopped; nothing begins from then on. */
	signal?: AbortSignal;
}

/**
 * Runs a task for every item, many at once, and gives the results in the order of the items.
 *
 * Items for one recipient run one after another, so that a person gets messages in the order they were written. An item that
 * fails keeps no other one from its turn, wherever it stands; what concerns all items (see `isForAll`) lets nothing new begin, and
 * what is under way is waited for.
 *
 * When the execution is stopped nothing new begins, and the run ends at once: in queue mode n8n saves a stopped execution in that
 * moment, and could not continue it otherwise. What is under way goes on by itself, so that no send is cut off half-way.
 *
 * @param recipients - one name for each item; equal names are one person
 * @throws {ItemsFailedError} when items failed
 */
export async function runPerRecipient<Result>(recipients: string[], task: ItemTask<Result>, options: RunOptions = {}): Promise<Result[]> {
	const { signal } = options;
	const results = new Array<Result>(recipients.length);
	const failures: ItemFailure[] = [];
	await Promise.race([runAll(recipients, task, options, { results, failures }), stopOf(signal)]);
	if (failures.length > 0) throw new ItemsFailedError(failures, results.filter((result) => result !== undefined).length);
	signal?.throwIfAborted();
	return results;
}

async function runAll<Result>(
	recipients: string[],
	task: ItemTask<Result>,
	{ isForAll = () => false, signal }: RunOptions,
	{ results, failures }: { results: Result[]; failures: ItemFailure[] },
): Promise<void> {
	const { firsts, followers } = chainPeople(recipients);
	const people = firsts.values();
	// The next items of people of whom one is done: who was begun is brought to the end first.
	const due: number[] = [];
	const nextItem = () => due.pop() ?? people.next().value;
	let preparedCount = 0;
	let begunCount = 0;
	let isEnded = false;
	await new Promise<void>((resolve) => {
		const run = async (itemIndex: number) => {
			let isPassedOn = false;
			const passOn = () => {
				if (isPassedOn) return;
				isPassedOn = true;
				preparedCount -= 1;
				beginMore();
			};
			preparedCount += 1;
			begunCount += 1;
			await task(itemIndex, passOn).then(
				(result) => void (results[itemIndex] = result),
				(error: unknown) => {
					failures.push({ itemIndex, error });
					isEnded ||= isForAll(error);
				},
			);
			const follower = followers[itemIndex];
			if (follower) due.push(follower);
			begunCount -= 1;
			passOn();
			beginMore();
		};
		const beginMore = () => {
			while (!isEnded && !signal?.aborted && preparedCount < MOST_PREPARED && begunCount < MOST_BEGUN) {
				const next = nextItem();
				if (next === undefined) break;
				void run(next);
			}
			if (begunCount === 0) resolve();
		};
		beginMore();
	});
}

/**
 * Chains the items of each person: the first ones, and for each item the next one of its person, 0 behind the last. Some bytes an item; a list
 * for each person would be kept for as long as the run lasts.
 */
function chainPeople(recipients: string[]): { firsts: number[]; followers: Uint32Array } {
	const firsts: number[] = [];
	const followers = new Uint32Array(recipients.length);
	const newest = new Map<string, number>();
	for (const [itemIndex, recipient] of recipients.entries()) {
		const before = newest.get(recipient);
		if (before === undefined) firsts.push(itemIndex);
		else followers[before] = itemIndex;
		newest.set(recipient, itemIndex);
	}
	return { firsts, followers };
}

/** Rejects when the execution is stopped; never settles otherwise. */
async function stopOf(signal: AbortSignal | undefined): Promise<never> {
	return await new Promise((_, reject) => {
		signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
}

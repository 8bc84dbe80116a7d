const MAX_AT_ONCE = 10;

/**
 * Runs a task for every item, several at once, and gives the results in the order of the items.
 *
 * Items for one recipient run one after another, so that a person gets messages in the order they were written. After a
 * failure nothing new begins; what is under way is waited for, so that no send is cut off half-way.
 *
 * @param recipients - one name for each item; equal names are one person
 * @param signal - aborted when the execution is stopped; nothing begins from then on
 * @throws what the first failing item failed with
 */
export async function runPerRecipient<Result>(
	recipients: string[],
	task: (itemIndex: number) => Promise<Result>,
	signal?: AbortSignal,
): Promise<Result[]> {
	const queues = [...Map.groupBy(recipients.keys(), (itemIndex) => recipients[itemIndex]).values()];
	const results = new Array<Result>(recipients.length);
	const failures: Array<{ itemIndex: number; error: unknown }> = [];

	const work = async () => {
		for (let queue = queues.shift(); queue; queue = queues.shift()) {
			for (const itemIndex of queue) {
				if (failures.length > 0 || signal?.aborted) return;
				await task(itemIndex).then(
					(result) => void (results[itemIndex] = result),
					(error: unknown) => void failures.push({ itemIndex, error }),
				);
			}
		}
	};
	await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));

	const [first] = failures.sort((a, b) => a.itemIndex - b.itemIndex);
	if (first) throw first.error;
	signal?.throwIfAborted();
	return results;
}

/**
 * Makes sure that every message is in exactly one execution, and nothing else is in any.
 *
 * @param posted - IDs of the messages
 * @param started - of each execution the IDs of its messages, as often as they stand there
 * @throws {Error} saying how many are missing, how many are there twice, and how many nobody has posted
 */
export function expectEachOnce(posted: string[], started: string[][]): void {
	const found = started.flat();
	const known = new Set(posted);
	const held = new Set(found);
	const missing = [...known].filter((id) => !held.has(id)).length;
	const foreign = [...held].filter((id) => !known.has(id)).length;
	const again = found.length - held.size;
	const empty = started.filter((ids) => ids.length === 0).length;
	if (missing + foreign + again + empty === 0) return;
	throw new Error(
		`Of ${known.size} messages ${missing} are in no execution, and ${again} times one is there once more; ${foreign} were not posted, and ${empty} executions hold none.`,
	);
}

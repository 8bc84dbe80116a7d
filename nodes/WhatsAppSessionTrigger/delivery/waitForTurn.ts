const underWay = new Map<string, Promise<void>>();

/**
 * Waits until no other delivery of the same messages is being handled in this process, and begins one.
 *
 * Meta repeats a webhook that it did not see answered in time, while the first delivery may still be at work. Only when
 * that one has ended is it known whether the repetition is needed.
 *
 * @param names - names of the messages; those of different receivers must differ
 * @returns ends this delivery; calling it twice does no harm
 */
export async function waitForTurn(names: string[]): Promise<() => void> {
	const findOther = () => names.map((name) => underWay.get(name)).find((delivery) => delivery !== undefined);
	for (let other = findOther(); other; other = findOther()) await other;

	const { promise, resolve } = Promise.withResolvers<void>();
	for (const name of names) underWay.set(name, promise);
	return () => {
		for (const name of names) if (underWay.get(name) === promise) underWay.delete(name);
		resolve();
	};
}

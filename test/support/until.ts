/** Long enough for any machine; what has not come about by then does not come about. */
const GIVE_UP_AFTER_MS = 30_000;

/** The real ones, whatever a test puts in their place. */
const { setImmediate: nextTurn } = globalThis;
const now = performance.now.bind(performance);

/**
 * Waits until something has come about, turn by turn of the event loop.
 *
 * @throws when it does not within half a minute
 */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	const startMs = now();
	while (!(await isSo())) {
		if (now() - startMs > GIVE_UP_AFTER_MS) throw new Error(`It did not come about: ${isSo.toString()}`);
		await new Promise((resolve) => nextTurn(resolve));
	}
}

/** A trigger's work that is done again and again. */
export interface RegularLook {
	/** Milliseconds between the beginnings of two looks. */
	intervalMs: number;
	/** Does it once. */
	look(): Promise<void>;
	/** Told of the first of several failures in a row: once for a store that is away for a night, not a thousand times. */
	onFailure(error: unknown): void;
}

/**
 * Looks at once, and then again and again; never twice at the same time, and it keeps no process alive.
 *
 * @returns what ends it, and waits for the look that is under way
 */
export function lookRegularly({ intervalMs, look, onFailure }: RegularLook): () => Promise<void> {
	let current: Promise<void> | undefined;
	let hasFailed = false;
	const lookOnce = async (): Promise<void> => {
		const error = await look().then(
			() => undefined,
			(failure: unknown) => failure ?? new Error('The look failed.'),
		);
		if (error !== undefined && !hasFailed) onFailure(error);
		hasFailed = error !== undefined;
	};
	const begin = () => {
		current ??= lookOnce().finally(() => {
			current = undefined;
		});
	};
	const timer = globalThis.setInterval(begin, intervalMs);
	timer.unref();
	begin();
	return async () => {
		globalThis.clearInterval(timer);
		await current;
	};
}

// With a service that answers nobody, each one more is a time-out more that an execution waits before it asks by itself.
const MOST_OTHERS = 2;

/** Work that several executions of this process may want at the same moment, each with a credential and a Stop button of its own. */
export interface SharedWork<Result> {
	/**
	 * Does the work unless work of the same name is under way: the result of that one is then waited for.
	 *
	 * A failure belongs to the execution that began: it was stopped, or its token has expired. One of those who waited begins
	 * anew, with its own credential, and the rest wait for that one; nobody waits for more than two others.
	 *
	 * @param name - tells the work from all other of its kind
	 * @throws what its own work threw, or what another's failed with for everybody
	 */
	run(name: string, work: () => Promise<Result>): Promise<Result>;
	/** Lets those who come from now on begin anew, although the work may be under way. */
	detach(name: string): void;
}

/**
 * Opens a place where work is shared while it is under way; nothing of it is remembered.
 *
 * @param failsForAll - says whether an error would meet everybody, whoever asks; none does by default
 */
export function createSharedWork<Result>(failsForAll: (error: unknown) => boolean = () => false): SharedWork<Result> {
	const underWay = new Map<string, Promise<Result>>();
	const resultOf = async (other: Promise<Result>): Promise<{ result: Result } | undefined> =>
		await other.then(
			(result) => ({ result }),
			(error: unknown) => (failsForAll(error) ? Promise.reject(error) : undefined),
		);
	return {
		detach: (name) => void underWay.delete(name),
		async run(name, work) {
			for (let others = 0; others < MOST_OTHERS; others++) {
				const other = underWay.get(name);
				const shared = other && (await resultOf(other));
				if (shared) return shared.result;
			}
			const own: Promise<Result> = work().finally(() => underWay.get(name) === own && underWay.delete(name));
			underWay.set(name, own);
			return await own;
		},
	};
}

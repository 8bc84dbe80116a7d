/** Gives numbers from 0 up to, but not including, a limit; the same seed gives the same numbers. */
export type Random = (limit: number) => number;

/**
 * A small generator of repeatable numbers (a linear congruential one, with the constants of Numerical Recipes).
 *
 * @param seed - any whole number
 */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	return (limit) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		// The upper bits: the lower ones repeat soon.
		return Math.floor((state / 2 ** 32) * limit);
	};
}

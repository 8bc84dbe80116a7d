const FIRST = 'simulator-360dialog-key';

/** Gives the API key that a business number has at the simulated 360dialog, by its place in the list. */
export function keyOfNumber(index: number): string {
	return index === 0 ? FIRST : `${FIRST}-${index + 1}`;
}

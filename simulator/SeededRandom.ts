/** Numbers that look random and repeat for the same seed, so that a shuffled demo can be shown twice. */
export class SeededRandom {
	private state: number;

	/** @param seed - any whole number */
	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** A new list with the same elements in another order; a list of two or more never keeps its order. */
	shuffle<Element>(elements: readonly Element[]): Element[] {
		const shuffled = [...elements];
		for (let last = shuffled.length - 1; last > 0; last -= 1) {
			const other = Math.floor(this.next() * (last + 1));
			const kept = shuffled[last] as Element;
			shuffled[last] = shuffled[other] as Element;
			shuffled[other] = kept;
		}
		const isUnchanged = shuffled.every((element, index) => element === elements[index]);
		return isUnchanged ? shuffled.reverse() : shuffled;
	}

	/** At least 0, below 1 (mulberry32). */
	private next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
}

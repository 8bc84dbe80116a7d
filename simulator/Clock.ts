/** The simulator's one clock: the real time plus an offset that the control routes move. */
export class Clock {
	private readonly realNow: () => number;
	private offset = 0;

	/** @param realNow - epoch milliseconds of the real time */
	constructor(realNow: () => number) {
		this.realNow = realNow;
	}

	/** The simulator's present; epoch milliseconds. */
	nowMs(): number {
		return this.realNow() + this.offset * 1000;
	}

	/** The real time; epoch milliseconds. */
	realNowMs(): number {
		return this.realNow();
	}

	/** Seconds by which the simulator's present differs from the real time; negative in the past, 0 in the present. */
	get offsetSeconds(): number {
		return this.offset;
	}

	/** Sets the clock ahead (positive) or back (negative); 0 returns to the present. */
	setOffsetSeconds(seconds: number): void {
		this.offset = seconds;
	}
}

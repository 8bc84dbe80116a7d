/** The time that pacing goes by: it only goes forward, whatever somebody sets the computer's clock to. */
export interface PacingClock {
	/** Milliseconds since any instant. */
	nowMs(): number;
	/** Runs something once, so many milliseconds from now; gives what takes it back. */
	runIn(ms: number, run: () => void): () => void;
}

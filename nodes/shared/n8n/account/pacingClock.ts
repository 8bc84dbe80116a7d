import type { PacingClock } from '../../sending/pacing/PacingClock';

/** The time of this process, which goes on evenly when somebody sets the computer's clock. */
export const pacingClock: PacingClock = {
	nowMs: () => performance.now(),
	runIn(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};

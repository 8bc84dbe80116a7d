import type { Simulator } from '../../../simulator/Simulator.ts';
import type { Random } from '../crash/createRandom.ts';

const MOST_REQUESTS = 3;

/** Faults that come when Meta has taken so many messages. */
export interface FaultPlan {
	/** Orders the faults whose time has come. */
	order(accepted: number): void;
}

/** Some broken connections and some HTTP 502, before and after Meta has taken the message, at moments left to chance. */
export function planFaults(simulator: Pick<Simulator, 'failNext'>, random: Random, people: number): FaultPlan {
	const waiting = (['drop', 'html502'] as const).flatMap((mode) =>
		[false, true].map((isAcceptedAnyway) => ({
			after: random(people),
			failure: { mode, isAcceptedAnyway, count: 1 + random(MOST_REQUESTS) },
		})),
	);
	return {
		order(accepted) {
			const due = waiting.filter(({ after }) => after <= accepted);
			for (const fault of due) {
				waiting.splice(waiting.indexOf(fault), 1);
				simulator.failNext(fault.failure);
			}
		},
	};
}

/** No faults at all. */
export const NO_FAULTS: FaultPlan = { order: () => undefined };

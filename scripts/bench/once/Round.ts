import type { Random } from '../crash/createRandom.ts';
import type { Attempts } from './Attempts.ts';
import type { MortalN8n } from './openMortalN8n.ts';
import type { FaultPlan } from './planFaults.ts';
import type { RoundKind } from './RoundKind.ts';

/** A round that goes on. */
export interface Round {
	opened: MortalN8n;
	kind: RoundKind;
	people: number;
	random: Random;
	signal: AbortSignal;
	attempts: Attempts;
	faults: FaultPlan;
	/** How often an execution was cut off so far. */
	endings: number;
}

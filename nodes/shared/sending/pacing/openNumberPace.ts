import { NumberPace } from './NumberPace';
import type { PacingClock } from './PacingClock';

// Belongs to the paces: a version of this package that needs other ones must not find these after a reload.
const PACE_VERSION = 1;
const PACES = Symbol.for('n8n-nodes-whatsapp-session/paces');

/**
 * Gives the pace of a business number: one for each number in this process, also after n8n has loaded the package anew, so that runs of
 * different workflows keep one pace.
 *
 * @param graphBaseUrl - where Meta is; another host has limits of its own
 */
export function openNumberPace(graphBaseUrl: string, phoneNumberId: string, clock: PacingClock): NumberPace {
	const shared = globalThis as { [PACES]?: Map<string, NumberPace> };
	const paces = (shared[PACES] ??= new Map());
	const key = JSON.stringify([PACE_VERSION, graphBaseUrl, phoneNumberId]);
	const known = paces.get(key);
	if (known) return known;
	const pace = new NumberPace(clock);
	paces.set(key, pace);
	return pace;
}

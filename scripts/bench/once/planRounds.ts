import type { Ending, Place, RoundKind } from './RoundKind.ts';

const PLACES: readonly Place[] = ['embedded', 'queue'];
const ENDINGS: readonly Ending[] = ['kill9', 'stop', 'sigterm'];

// One round of so many keeps the default of the node, under which an undecided message is never sent again.
const HOLDS = 4;

/**
 * The kinds of so many rounds, spread so that every ending meets both places, both sorts of keys, both answers to an undecided
 * message, and faults or none.
 */
export function planRounds(rounds: number, places: readonly Place[] = PLACES): RoundKind[] {
	return Array.from({ length: rounds }, (_, round) => {
		const step = Math.floor(round / places.length);
		return {
			place: places[round % places.length] ?? 'embedded',
			ending: ENDINGS[step % ENDINGS.length] ?? 'kill9',
			keys: Math.floor(step / ENDINGS.length) % 2 === 0 ? 'default' : 'own',
			whenUndecided: step % HOLDS === HOLDS - 1 ? 'hold' : 'sendAgain',
			hasFaults: (step + Math.floor(step / (2 * ENDINGS.length))) % 2 === 1,
		};
	});
}

import { toTakeOverWords } from '../../shared/domain/asksForPerson';
import { DEFAULT_TAKE_OVER_HOURS, DEFAULT_TAKE_OVER_MS, takeOverLength } from '../../shared/domain/takeOverLength';
import type { TakeOverSettings } from './TakeOverSettings';
import { toTexts } from './toTexts';

/**
 * Reads how a person takes over from the options of the trigger. A length that is none was refused when the workflow was published; where an
 * expression gives one later the usual length counts, since no webhook may be lost for it.
 *
 * @param options - their values
 */
export function readTakeOver(options: Record<string, unknown>): TakeOverSettings {
	return { words: toTakeOverWords(toTexts(options.takeOverWords)), lastsMs: readLength(options) };
}

function readLength(options: Record<string, unknown>): number | undefined {
	try {
		return takeOverLength(options.takeOverEnds, options.takeOverHours ?? DEFAULT_TAKE_OVER_HOURS);
	} catch {
		return DEFAULT_TAKE_OVER_MS;
	}
}

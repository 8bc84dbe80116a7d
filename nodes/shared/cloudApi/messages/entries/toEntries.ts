import { InvalidInputError } from '../../../domain/InvalidInputError';
import { isRecord } from '../../../domain/isRecord';
import { ENTRIES, refuseStrangers } from './refuseStrangers';
import { toAddressEntry } from './toAddressEntry';
import { toButtonEntry } from './toButtonEntry';
import { toCardEntry } from './toCardEntry';
import { toContactEntry } from './toContactEntry';
import { toItemEntry } from './toItemEntry';
import { toProductEntries, toRowEntries } from './toRowEntries';

type Entry = Record<string, unknown>;

/** How the entries of a list are read, and Meta's name of the list around them. */
const LISTS: Readonly<Record<string, { around: string; read: (raw: unknown, index: number, kind: string) => Entry | Entry[] }>> = {
	buttons: { around: 'buttons', read: toButtonEntry },
	rows: { around: 'sections', read: toRowEntries },
	products: { around: 'sections', read: toProductEntries },
	cards: { around: 'cards', read: (raw, index, kind) => toCardEntry(kind, raw, index) },
	contacts: { around: 'contacts', read: toContactEntry },
	items: { around: 'items', read: toItemEntry },
	savedAddresses: { around: 'saved_addresses', read: toAddressEntry },
};

/**
 * Reads the entries of a message that are given as data, in the members of the form or in Meta's own shape, and gives them as
 * the form does. Nothing is left out without a word.
 *
 * @param field - `buttons`, `rows`, `products`, `cards`, `contacts`, `items` or `savedAddresses`
 * @param given - a list, or Meta's object around it
 * @param cardKind - what cards have: `link`, `reply` or `product`
 * @throws {InvalidInputError} when it is no list, or something in it is not known
 */
export function toEntries(field: string, given: unknown, cardKind: string): Entry[] {
	const list = LISTS[field];
	const entries: unknown = list && isRecord(given) ? given[list.around] : given;
	if (!list || !Array.isArray(entries)) {
		throw new InvalidInputError(ENTRIES, `'${ENTRIES}' is not a list.`, 'Give a list of objects, for example [{"title": "Monday", "id": "1"}].');
	}
	if (isRecord(given)) refuseStrangers('the object', given, [list.around]);
	return (entries as unknown[]).flatMap<Entry>((raw, index) => list.read(raw, index, cardKind));
}

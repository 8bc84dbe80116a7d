import { isRecord } from '../../../domain/isRecord';
import { refuseStrangers } from './refuseStrangers';
import { toRecord } from './toRecord';

/**
 * Reads a row of a list, `title`, `description`, `id` and `section`, or a section in Meta's shape, `title` and `rows`.
 *
 * @returns the row, or those of the section
 * @throws {InvalidInputError} when there are other members
 */
export function toRowEntries(raw: unknown, index: number): Array<Record<string, unknown>> {
	return toSectionEntries(raw, index, { list: 'rows', entry: 'Row', members: ['title', 'description', 'id'] });
}

/**
 * Reads a product, `productId` and `section`, or a section in Meta's shape, `title` and `product_items`.
 *
 * @returns the product, or those of the section
 * @throws {InvalidInputError} when there are other members
 */
export function toProductEntries(raw: unknown, index: number): Array<Record<string, unknown>> {
	const shape = { list: 'product_items', entry: 'Product', members: ['productId', 'product_retailer_id'] };
	return toSectionEntries(raw, index, shape).map(({ product_retailer_id: id, ...product }) => ({ productId: id, ...product }));
}

interface SectionShape {
	/** Meta's name of the entries of a section. */
	list: string;
	/** What an entry is called. */
	entry: string;
	/** What it may have. */
	members: string[];
}

function toSectionEntries(raw: unknown, index: number, { list, entry, members }: SectionShape): Array<Record<string, unknown>> {
	if (!isRecord(raw) || !Array.isArray(raw[list])) {
		const place = `${entry} ${index + 1}`;
		const own = toRecord(place, raw);
		refuseStrangers(place, own, [...members, 'section']);
		return [own];
	}
	const place = `Section ${index + 1}`;
	refuseStrangers(place, raw, ['title', list]);
	return raw[list].map((inner: unknown, place2: number) => {
		const innerPlace = `${entry} ${place2 + 1} of ${place}`;
		const own = toRecord(innerPlace, inner);
		refuseStrangers(innerPlace, own, members);
		return { ...own, section: raw.title };
	});
}

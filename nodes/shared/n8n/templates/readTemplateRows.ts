import { LONGEST } from '../../cloudApi/messages/messageLimits';
import { readWords } from '../../cloudApi/messages/readWords';
import { toSections } from '../../cloudApi/messages/toSections';
import { toOrderItem } from '../../cloudApi/orders/toOrderItem';
import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import type { TemplateField } from '../../cloudApi/templates/TemplateField';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { ParameterReader } from '../parameters/createParameterReader';
import { MORE } from '../parameters/moreProperty';

type Row = Record<string, unknown>;

/** A list of a template that an option gives as rows. */
interface RowsOption {
	label: string;
	path: string;
	/** The field that it stands in for. */
	field: RegExp;
	/** What a template without the field does not have, in words. */
	missing: string;
	toValue(rows: Row[]): unknown;
}

const OPTIONS: readonly RowsOption[] = [
	{
		label: 'Order Items',
		path: 'options.orderItems.item',
		field: /^button_\d+_items$/,
		missing: 'order to be paid',
		toValue: (rows) => rows.map((row, index) => toOrderItem(row, index).item),
	},
	{
		label: 'Products',
		path: 'options.products.product',
		field: /^button_\d+_sections$/,
		missing: 'button for several products',
		toValue: toProductSections,
	},
];

/**
 * Gives the values of a template with the lists that options give as rows: the items of an order, the products of a button.
 *
 * @param fields - of the template
 * @param values - by field ID
 * @throws {InvalidInputError} when the template has no place for the rows, the list is given already, or a row is not whole
 */
export function readTemplateRows(
	read: ParameterReader,
	itemIndex: number,
	{ name }: MessageTemplate,
	fields: TemplateField[],
	values: Record<string, unknown>,
): Record<string, unknown> {
	const filled = { ...values };
	for (const { label, path, field: pattern, missing, toValue } of OPTIONS) {
		const given = read(path, itemIndex, []);
		const rows = Array.isArray(given) ? (given as unknown[]).map(toRow) : [];
		if (rows.length === 0) continue;
		const field = fields.find(({ id }) => pattern.test(id));
		if (field === undefined) {
			const advice = 'Take the option out. What a card of a carousel has is filled in at the card.';
			throw new InvalidInputError(label, `'${label}' is given, and the template '${name}' has no ${missing}.`, advice);
		}
		if (values[field.id] !== undefined) {
			throw new InvalidInputError(label, `'${label}' and '${field.label}' are both given.`, 'Take out one of them.');
		}
		filled[field.id] = toValue(rows);
	}
	return filled;
}

/** What a row has under *More* stands beside the rest. */
function toRow(raw: unknown): Row {
	const { [MORE]: more, ...own } = isRecord(raw) ? raw : {};
	return { ...own, ...(isRecord(more) && more) };
}

function toProductSections(rows: Row[]): unknown {
	const products = rows.map(({ productId, section }, index) => {
		const of = (words: string) => `${words} of Product ${index + 1}`;
		return { section: readWords(of('Section'), section, LONGEST.sectionTitle).trim(), id: readWords(of('Product ID'), productId, LONGEST.caption).trim() };
	});
	return toSections(products).map(({ title, entries }) => ({ title, products: entries.map(({ id }) => id) }));
}

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { passErrorOn } from '../../shared/n8n/items/passErrorOn';
import { toItemError } from '../../shared/n8n/items/toItemError';
import { withFields } from '../../shared/n8n/items/withFields';

/** Rows that go into the store in one transaction. */
const BATCH_SIZE = 1_000;
/** Rows that an error names at the most. */
const MOST_NAMED = 20;

/** One item that was read, or what is wrong with it. */
export type ReadRow<Row> = { row: Row } | { error: unknown };

/**
 * Takes every item as a row: those that can be read go into the store, up to 1,000 in one transaction, whatever is wrong with the others.
 *
 * A row that cannot be read leaves with its error when the node is set to go on; otherwise the node fails after the others are on record,
 * and names the rows.
 *
 * @param rows - one for each item, in the order of the items
 * @param record - puts rows on record, and gives the fields that are added to the item of each
 */
export async function runRows<Row>(
	context: IExecuteFunctions,
	rows: Array<ReadRow<Row>>,
	record: (rows: Row[]) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const good = rows.flatMap((read, itemIndex) => ('row' in read ? [{ itemIndex, row: read.row }] : []));
	const outcomes = new Array<INodeExecutionData>(rows.length);
	for (let start = 0; start < good.length; start += BATCH_SIZE) {
		context.getExecutionCancelSignal()?.throwIfAborted();
		const batch = good.slice(start, start + BATCH_SIZE);
		const fields = await record(batch.map(({ row }) => row));
		for (const [position, { itemIndex }] of batch.entries()) outcomes[itemIndex] = withFields(items[itemIndex], itemIndex, fields[position] ?? {});
	}
	const failures = rows.flatMap((read, itemIndex) => ('error' in read ? [{ itemIndex, error: read.error }] : []));
	if (!context.continueOnFail()) throwFirst(context, failures, good.length);
	for (const { error, itemIndex } of failures) outcomes[itemIndex] = passErrorOn(context, error, itemIndex);
	return outcomes;
}

/** Reads one item, and keeps what is wrong with it. */
export async function readRow<Row>(read: () => Row | Promise<Row>): Promise<ReadRow<Row>> {
	try {
		return { row: await read() };
	} catch (error) {
		return { error };
	}
}

function throwFirst(context: IExecuteFunctions, failures: Array<{ itemIndex: number; error: unknown }>, doneCount: number): void {
	const [first, ...others] = failures;
	if (!first) return;
	const nodeError = toItemError(context, first.error, first.itemIndex);
	const total = context.getInputData().length;
	if (total > 1) {
		const named = others.slice(0, MOST_NAMED).map(({ itemIndex }) => itemIndex + 1);
		const list = named.join(', ') + (others.length > named.length ? ' and further ones' : '');
		const more = others.length === 0 ? '' : ` ${others.length} more cannot be read: item ${list}.`;
		const rest = doneCount === 0 ? '' : ` The other ${doneCount} of ${total} are on record; running the node again adds none of them twice.`;
		nodeError.description = `${nodeError.description ?? ''}${more}${rest}`.trim();
	}
	throw nodeError;
}

import type { TemplateField } from '../../cloudApi/templates/TemplateField';
import { findFile } from '../files/findFile';
import type { FileContext } from '../files/openItemFile';

/**
 * Replaces the names of file fields among the values of a template by the files themselves. Links, media IDs and names that
 * no file of the item has stay as they are.
 */
export async function findTemplateFiles(
	context: FileContext,
	itemIndex: number,
	fields: TemplateField[],
	values: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	const found = { ...values };
	for (const { id, kind } of fields) {
		if (kind === 'media') found[id] = await findFile(context, itemIndex, values[id]);
	}
	return found;
}

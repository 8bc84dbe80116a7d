import { InvalidInputError } from '../../domain/InvalidInputError';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST, MOST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';
import { refuseRepeated } from './refuseRepeated';
import { requireCount } from './requireCount';
import { toSections } from './toSections';

/**
 * Makes a message with a list to choose from.
 *
 * @param form - `listButton`, `rows`, each with `title`, `description`, `id` (the title where it is empty) and `section`; and what
 * `interactiveMessage` takes
 * @throws {InvalidInputError} when there are too few or too many rows, two are alike, or some have a section and others not
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages (read 2026-05)
 */
export function toListMessage(form: MessageForm): FreeFormMessage {
	const button = readWords('List Button', form.listButton, LONGEST.listButton).trim();
	const list: unknown[] = Array.isArray(form.rows) ? form.rows : [];
	requireCount('Rows', list.length, 1, MOST.rows);
	const rows = list.map(toRow);
	refuseRepeated('Rows', 'IDs', rows.map(({ row }) => row.id));
	const sections = toSections(rows);
	requireCount('Sections', sections.length, 1, MOST.sections);
	if (sections.length > 1 && sections.some(({ title }) => title === undefined)) {
		throw new InvalidInputError('Section', "'Section' is empty for some rows and not for others.", 'Give every row a section, or none.');
	}
	const action = {
		button,
		sections: sections.map(({ title, entries }) => ({ ...(title !== undefined && { title }), rows: entries.map(({ row }) => row) })),
	};
	const replies = rows.map(({ row: { id, title } }) => ({ id, title }));
	return interactiveMessage({ type: 'list', action, headers: 'text', longestBody: LONGEST.listBody, replies }, form);
}

interface ListRow {
	section: string | undefined;
	row: { id: string; title: string; description?: string };
}

function toRow(raw: unknown, index: number): ListRow {
	const row = isRecord(raw) ? raw : {};
	const of = (words: string) => `${words} of Row ${index + 1}`;
	const title = readWords(of('Row Title'), row.title, LONGEST.rowTitle).trim();
	const id = readOptionalWords(of('Row ID'), row.id, LONGEST.rowId)?.trim() ?? title;
	const description = readOptionalWords(of('Row Description'), row.description, LONGEST.rowDescription)?.trim();
	const section = readOptionalWords(of('Section'), row.section, LONGEST.sectionTitle)?.trim();
	return { section, row: { id, title, ...(description !== undefined && { description }) } };
}

import type { ErrorRow } from '../../nodes/shared/cloudApi/errors/ErrorRow.ts';
import type { RetryClass } from '../../nodes/shared/cloudApi/errors/RetryClass.ts';

/** Codes that are about one thing, as `nodes/shared/cloudApi/errors/` keeps them. */
export interface ErrorSection {
	title: string;
	rows: readonly ErrorRow[];
}

/** Whether the same request is worth another try, in the words of the page. */
const AGAIN: Record<RetryClass, string> = { now: 'by itself', maybe: 'perhaps', later: 'later', no: 'no' };

/** Ends what is written by hand on the page of error codes. */
export const ERROR_TABLES_MARK = '<!-- Written by scripts/writeErrorCodes.ts from the tables in nodes/shared/cloudApi/errors: do not edit below this line. -->\n';

/** Gives what stands below {@link ERROR_TABLES_MARK}: a table for each section, its codes in ascending order. */
export function toErrorTables(sections: readonly ErrorSection[]): string {
	return sections.map(toTable).join('');
}

function toTable({ title, rows }: ErrorSection): string {
	const lines = rows.toSorted((one, other) => one.code - other.code || (one.upTo ?? 0) - (other.upTo ?? 0)).map(toLine);
	return ['', `## ${title}`, '', '| Code | What happened | What to do | Again? |', '|---|---|---|---|', ...lines, ''].join('\n');
}

function toLine({ code, upTo, summary, advice, retry }: ErrorRow): string {
	const codes = upTo === undefined ? String(code) : `${code} to ${upTo}`;
	const cells = [codes, `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`, advice.replace(/\.$/, ''), AGAIN[retry]];
	return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

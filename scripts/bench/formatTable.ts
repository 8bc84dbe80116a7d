/** Lays rows out in columns: the first column to the left, the others to the right, the first row as the head. */
export function formatTable(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	const lines = rows.map((row) =>
		widths
			.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
			.join('  '),
	);
	lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
	return lines.map((line) => `  ${line.trimEnd()}`).join('\n');
}

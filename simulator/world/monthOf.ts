/**
 * Names the calendar month of an instant.
 *
 * @param atMs - epoch milliseconds
 * @param timeZone - IANA name; the month begins and ends at its midnight
 * @returns for example `2026-10`
 */
export function monthOf(atMs: number, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(atMs);
	const valueOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
	return `${valueOf('year')}-${valueOf('month')}`;
}

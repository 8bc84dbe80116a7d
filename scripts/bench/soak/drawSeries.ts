/** One line of a plot. */
export interface Series {
	label: string;
	/** One value for each minute. */
	values: number[];
}

const WIDTH = 720;
const PANEL_HEIGHT = 150;
const MARGIN = { top: 32, right: 16, bottom: 24, left: 64 };

/** Draws each series in a panel of its own, one below the other, from zero, as SVG. */
export function drawSeries(title: string, all: Series[]): string {
	const height = MARGIN.top + all.length * PANEL_HEIGHT;
	const panels = all.map((series, index) => drawPanel(series, MARGIN.top + index * PANEL_HEIGHT));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
		`<rect width="${WIDTH}" height="${height}" fill="white"/>`,
		`<text x="${MARGIN.left}" y="20" font-size="14">${escape(title)}</text>`,
		...panels,
		'</svg>\n',
	].join('\n');
}

function drawPanel({ label, values }: Series, top: number): string {
	const innerWidth = WIDTH - MARGIN.left - MARGIN.right;
	const innerHeight = PANEL_HEIGHT - MARGIN.bottom - 24;
	const bottom = top + 20 + innerHeight;
	const highest = Math.max(...values, 0) || 1;
	const x = (index: number) => MARGIN.left + (values.length > 1 ? (index / (values.length - 1)) * innerWidth : 0);
	const y = (value: number) => bottom - (value / highest) * innerHeight;
	const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
	return [
		`<text x="${MARGIN.left}" y="${top + 12}">${escape(label)}</text>`,
		`<path d="M${MARGIN.left} ${top + 20}V${bottom}H${WIDTH - MARGIN.right}" fill="none" stroke="#888"/>`,
		`<text x="${MARGIN.left - 6}" y="${top + 26}" text-anchor="end">${highest.toLocaleString('en-US', { maximumSignificantDigits: 3 })}</text>`,
		`<text x="${MARGIN.left - 6}" y="${bottom + 4}" text-anchor="end">0</text>`,
		`<text x="${WIDTH - MARGIN.right}" y="${bottom + 16}" text-anchor="end">minute ${values.length}</text>`,
		`<polyline points="${points}" fill="none" stroke="#128c7e" stroke-width="2"/>`,
	].join('\n');
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

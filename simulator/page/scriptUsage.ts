/** Script: what was sent and what it costs, a table for each business number and month, and how many messages are free. */
export const scriptUsage = String.raw`
const COUNTS = ['sent', 'delivered', 'free', 'charged'];

function showUsage() {
	const field = byId('freeServiceMessages');
	if (document.activeElement !== field) field.value = state.settings.freeServiceMessages;
	const months = state.usage.flatMap((usage) => [usageTable(usage), freeMeter(usage)]);
	byId('usage').replaceChildren(...(months.length > 0 ? months : [element('div', 'note', 'Nothing yet.')]));
}

function usageTable({ phoneNumberId, month, categories }) {
	const table = element('table', 'usage');
	const number = state.numbers.find(({ id }) => id === phoneNumberId);
	table.append(element('caption', '', monthName(month) + ', ' + (number ? number.displayPhoneNumber : phoneNumberId)));
	table.createTHead().append(usageRow('Category', ['Sent', 'Delivered', 'Free', 'Charged'], 'col'));
	table.createTBody().append(...categories.map((counts) => usageRow(counts.category, COUNTS.map((name) => counts[name]))));
	const total = (name) => categories.reduce((sum, counts) => sum + counts[name], 0);
	if (categories.length > 1) table.createTFoot().append(usageRow('All', COUNTS.map(total)));
	return table;
}

function usageRow(name, values, scope) {
	const row = element('tr');
	row.append(headCell(name, scope || 'row'));
	row.append(...values.map((value) => (scope ? headCell(value, scope) : element('td', '', value.toLocaleString()))));
	return row;
}

function headCell(words, scope) {
	const cell = element('th', '', words);
	cell.scope = scope;
	return cell;
}

function freeMeter({ freeUsed }) {
	const free = state.settings.freeServiceMessages;
	const used = freeUsed.toLocaleString() + ' of ' + free.toLocaleString() + ' free service messages used';
	const label = element('label', 'free', used + (freeUsed < free ? '' : ': the next one is charged'));
	if (free === 0) return label;
	const meter = element('meter');
	Object.assign(meter, { max: free, low: free * 0.8, high: free - 1, optimum: 0, value: freeUsed });
	label.append(meter);
	return label;
}

function monthName(month) {
	return new Date(month + '-01T00:00:00Z').toLocaleDateString([], { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

byId('freeServiceMessages').onchange = async ({ target }) => {
	await post('settings', { freeServiceMessages: target.valueAsNumber });
	// What was refused is not what counts.
	target.value = state.settings.freeServiceMessages;
};
`;

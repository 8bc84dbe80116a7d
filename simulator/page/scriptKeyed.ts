/** Script: changes a list in place, so that the focus, an open list or a film that plays outlast each look at the state. */
export const scriptKeyed = String.raw`
const prints = new WeakMap();
const FOCUSABLE = 'button, summary, a, input, select, [tabindex]';

// Entries have a key, the parts that decide how they look, and a function that makes the element.
function showList(list, entries) {
	const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
	const focus = focusWithin(list);
	const wanted = entries.map(({ key, parts, make }) => {
		const print = JSON.stringify(parts);
		const known = before.get(String(key));
		if (known && prints.get(known) === print) return known;
		const made = make();
		made.dataset.key = key;
		prints.set(made, print);
		return made;
	});
	const kept = new Set(wanted);
	for (const child of [...list.children]) if (!kept.has(child)) child.remove();
	wanted.forEach((child, index) => {
		if (list.children[index] !== child) list.insertBefore(child, list.children[index] || null);
	});
	if (focus) returnFocus(list, focus);
}

function focusWithin(list) {
	const element = document.activeElement;
	const entry = [...list.children].find((child) => child.contains(element));
	return entry && { element, key: entry.dataset.key, place: [...entry.querySelectorAll(FOCUSABLE)].indexOf(element) };
}

function returnFocus(list, { element, key, place }) {
	if (document.activeElement === element) return;
	const entry = [...list.children].find((child) => child.dataset.key === key);
	const target = element.isConnected ? element : entry && (place < 0 ? entry : entry.querySelectorAll(FOCUSABLE)[place]);
	if (target) target.focus({ preventScroll: true });
}
`;

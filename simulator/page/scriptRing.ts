/** Script: the customer service window as a ring that runs down, and the words beside it. */
export const scriptRing = String.raw`
const WINDOW_MS = 24 * 60 * 60 * 1000;
const SOON_MS = 60 * 60 * 1000;

function leftOf(found) {
	return found && found.isOpen ? Math.max(0, found.closesAtMs - state.clock.nowMs) : 0;
}

// The circle's length is 100, so that a share of the window is a number of it.
function ring(leftMs) {
	const share = Math.min(100, Math.round((leftMs / WINDOW_MS) * 1000) / 10);
	const drawn = svg('svg', { viewBox: '0 0 36 36', class: 'ring' + (leftMs > 0 && leftMs <= SOON_MS ? ' soon' : ''), 'aria-hidden': 'true' });
	const circle = { cx: 18, cy: 18, r: 15.9155, fill: 'none' };
	drawn.append(svg('circle', { ...circle, class: 'track' }));
	if (share > 0) drawn.append(svg('circle', { ...circle, class: 'rest', 'stroke-dasharray': share + ' 100', transform: 'rotate(-90 18 18)' }));
	return drawn;
}

function windowWords(found) {
	if (!found) return ['Window closed', 'never wrote to this number'];
	if (!found.isOpen) return ['Window closed', 'since ' + weekday(found.closesAtMs) + ' ' + clockTime(found.closesAtMs)];
	return [duration(leftOf(found)) + ' left', 'window open until ' + weekday(found.closesAtMs) + ' ' + clockTime(found.closesAtMs)];
}

function showWindow() {
	const found = windowOf(chosen);
	const [left, until] = windowWords(found);
	byId('left').textContent = left;
	byId('left').className = found && found.isOpen ? 'open' : '';
	byId('until').textContent = until;
	byId('ring').replaceChildren(ring(leftOf(found)));
}
`;

/** Script: asks for the state each second and shows what changed. */
export const scriptMain = String.raw`
const shown = {};

function showIfChanged(name, parts, show) {
	const fingerprint = JSON.stringify(parts);
	if (shown[name] === fingerprint) return;
	shown[name] = fingerprint;
	show();
}

function showNumbers() {
	const select = byId('number');
	const kept = select.value;
	select.replaceChildren(...state.numbers.map((number) => new Option(number.displayPhoneNumber, number.id)));
	if (kept) select.value = kept;
	select.onchange = showAll;
}

function showAll() {
	chosen = chosen || (state.people[0] && state.people[0].waId);
	const { people, groups, messages, windows, delivery, settings, failures, collectedUpdates } = state;
	showIfChanged('numbers', state.numbers, showNumbers);
	// The time of day turns at the full minute, what is left of a window at its own: what shows either is drawn when either turns.
	const minute = [Math.floor(state.clock.nowMs / 60000), ...windows.map((found) => duration(leftOf(found)))];
	showIfChanged('people', [people, groups, windows, messages, chosen, numberId(), minute], showPeople);
	showIfChanged('conversation', [people, groups, messages, chosen, numberId()], showConversation);
	showIfChanged('window', [windows, chosen, numberId(), minute], showWindow);
	showIfChanged('person', [people, groups, windows, messages, chosen, numberId(), minute, state.clock.offsetSeconds], showPerson);
	tellNews();
	showIfChanged('switches', [delivery, settings, failures, collectedUpdates], showSwitches);
	showIfChanged('callback', [state.subscriptions, numberId()], showCallback);
	showIfChanged('levels', [state.subscriptions, state.numbers], showLevels);
	showIfChanged('templates', state.templates, showTemplates);
	showIfChanged('usage', [state.usage, settings.freeServiceMessages], showUsage);
	showIfChanged('filters', [people, state.deliveries], showFilters);
	showIfChanged('deliveries', [people, state.deliveries], showDeliveries);
	showClock();
}

let isAway = false;

async function refresh() {
	const response = await fetch('/_simulator/state').catch(() => undefined);
	if (!response || !response.ok) {
		say('The simulator does not answer.');
		isAway = true;
		return;
	}
	if (isAway) say('');
	isAway = false;
	state = await response.json();
	showAll();
}

void refresh();
setInterval(refresh, 1000);
`;

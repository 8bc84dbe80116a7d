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
	const { people, messages, windows, delivery, settings, failures, subscription, collectedUpdates } = state;
	showIfChanged('numbers', state.numbers, showNumbers);
	showIfChanged('people', [people, windows, messages.length, chosen, numberId()], showPeople);
	showIfChanged('conversation', [people, messages, chosen, numberId()], showConversation);
	showIfChanged('switches', [delivery, settings, failures, subscription, collectedUpdates], showSwitches);
	showIfChanged('levels', [state.subscriptions, state.numbers], showLevels);
	showIfChanged('templates', state.templates, showTemplates);
	showIfChanged('usage', [state.usage, settings.freeServiceMessages], showUsage);
	showIfChanged('deliveries', state.deliveries, showDeliveries);
	showWindow();
	showLocalTime();
	showClock();
}

async function refresh() {
	const response = await fetch('/_simulator/state').catch(() => undefined);
	if (!response || !response.ok) {
		byId('clock').textContent = 'the simulator does not answer';
		return;
	}
	state = await response.json();
	showAll();
}

void refresh();
setInterval(refresh, 1000);
`;

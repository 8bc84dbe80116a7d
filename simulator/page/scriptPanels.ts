/** Script: clock, settings, failures and delivery switches. */
export const scriptPanels = String.raw`
const CLOCKS = [['now', 0], ['1 h ago', 1], ['23 h ago', 23], ['25 h ago', 25], ['3 days ago', 72], ['in 25 h', -25]];
const FAILURES = [
	['130429 Rate limit hit', { code: 130429 }],
	['131056 Pair rate limit hit', { code: 131056 }],
	['131000 Something went wrong', { code: 131000 }],
	['131016 Service unavailable', { code: 131016 }],
	['131047 Re-engagement message, at once', { code: 131047 }],
	['131047 Re-engagement message, later by webhook', { mode: 'later', code: 131047 }],
	['131049 Meta chose not to deliver, later', { mode: 'later', code: 131049 }],
	['131042 Payment issue, later', { mode: 'later', code: 131042 }],
	['190 Access token has expired', { code: 190 }],
	['HTTP 500 from the Graph API', { mode: 'graph500' }],
	['HTTP 502, a page instead of JSON', { mode: 'html502' }],
	['No answer until the client gives up', { mode: 'hang' }],
	['Connection breaks off', { mode: 'drop' }],
];

function showClock() {
	const { nowMs, offsetSeconds } = state.clock;
	const away = duration(Math.abs(offsetSeconds) * 1000);
	const words = offsetSeconds === 0 ? '' : offsetSeconds < 0 ? away + ' ago' : 'in ' + away;
	byId('clock').textContent = dayOf(nowMs) + ', ' + new Date(nowMs).toLocaleTimeString([]) + (words && ' (' + words + ')');
	byId('past').hidden = offsetSeconds === 0;
	byId('past').textContent = 'The clock is set: everything happens as if it were ' + words + '. Choose "now" to return.';
	for (const button of byId('clocks').children) {
		button.setAttribute('aria-pressed', String(Number(button.dataset.hours) * -3600 === offsetSeconds));
	}
}

function showSwitches() {
	for (const input of document.querySelectorAll('[data-delivery]')) {
		const value = state.delivery[input.dataset.delivery];
		if (input.type === 'checkbox') input.checked = value;
		else if (document.activeElement !== input) input.value = value;
	}
	byId('flush').hidden = !state.delivery.batch;
	byId('flush').textContent = 'Send ' + state.collectedUpdates;
	byId('reEngagementError').value = state.settings.reEngagementError;
	byId('developmentMode').checked = state.settings.developmentMode;
	const waiting = state.failures.map((failure) => failure.count + ' × ' + (failure.code || failure.mode));
	byId('failures').textContent = waiting.length > 0 ? 'waiting: ' + waiting.join(', ') : '';
}

/** Meta posts to the address of the number, else to that of the account, else to that of the app. */
function showCallback() {
	const { application, businessAccount, phoneNumbers } = state.subscriptions;
	byId('callback').textContent = phoneNumbers[numberId()] || businessAccount || application || 'nowhere yet';
}

function showLevels() {
	const { application, isSubscribedToAccount, businessAccount, phoneNumbers, otherApps } = state.subscriptions;
	const rows = [
		...state.numbers.filter(({ id }) => phoneNumbers[id]).map((number) => [number.displayPhoneNumber, phoneNumbers[number.id]]),
		...(businessAccount ? [['WABA', businessAccount]] : []),
		['App', application || 'no callback URL'],
		...otherApps.map((url) => ['Another app', url]),
	];
	const entries = rows.map(([level, url]) => {
		const entry = element('div', 'entry');
		entry.append(element('span', '', level), element('div', 'note', url));
		return entry;
	});
	const lost = 'The app is not subscribed to the WABA: nothing is delivered.';
	byId('levels').replaceChildren(...entries, ...(isSubscribedToAccount ? [] : [element('div', 'note', lost)]));
}

function showTemplates() {
	const select = byId('template').elements.template;
	const kept = select.value;
	select.replaceChildren(...state.templates.map(({ name, language, status }) =>
		new Option(name + ' (' + language + '): ' + status, name + ' ' + language)));
	if (kept) select.value = kept;
}

byId('clocks').append(...CLOCKS.map(([words, hours]) => {
	const button = element('button', '', words);
	button.dataset.hours = hours;
	button.onclick = () => post('clock', hours === 0 ? { reset: true } : { agoHours: hours });
	return button;
}));
byId('fail').elements.failure.append(...FAILURES.map(([words], index) => new Option(words, index)));
byId('fail').onsubmit = (event) => {
	event.preventDefault();
	const { failure, count, isAcceptedAnyway } = event.target.elements;
	const order = { count: Number(count.value), isAcceptedAnyway: isAcceptedAnyway.checked };
	void post('failNext', { ...FAILURES[Number(failure.value)][1], ...order });
};
byId('reEngagementError').onchange = (event) => post('settings', { reEngagementError: event.target.value });
byId('developmentMode').onchange = (event) => post('settings', { developmentMode: event.target.checked });
byId('template').onsubmit = (event) => {
	event.preventDefault();
	const { template, status } = event.target.elements;
	const [name, language] = template.value.split(' ');
	void post('templates', { name, language, status: status.value });
};
byId('change').onsubmit = (event) => {
	event.preventDefault();
	void post('change', { field: event.target.elements.field.value, phoneNumberId: numberId() });
};
byId('flush').onclick = () => post('flush');
byId('subscribe').onsubmit = (event) => {
	event.preventDefault();
	void post('subscribe', { callbackUrl: event.target.elements.callbackUrl.value, verify: false });
};
for (const input of document.querySelectorAll('[data-delivery]')) {
	input.onchange = () =>
		post('delivery', { [input.dataset.delivery]: input.type === 'checkbox' ? input.checked : Number(input.value) });
}
`;

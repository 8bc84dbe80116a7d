/** Script: the log of webhooks, which can be filtered, and each webhook with its tries and its body. */
export const scriptDeliveries = String.raw`
const KIND_WORDS = { messages: 'Messages of people', statuses: 'Statuses' };
const filters = [byId('ofPerson'), byId('ofKind'), byId('ofAnswer')];
const openHooks = new Set();

function showFilters() {
	const kinds = [...new Set(['messages', 'statuses', ...state.deliveries.flatMap((delivery) => delivery.kinds)])];
	setOptions(byId('ofPerson'), [['', 'Everybody'], ...state.people.map(({ waId, name }) => [waId, name])]);
	setOptions(byId('ofKind'), [['', 'All kinds'], ...kinds.map((kind) => [kind, KIND_WORDS[kind] || kind])]);
}

function setOptions(select, options) {
	const kept = select.value;
	// An open menu would close.
	if (select.dataset.options === JSON.stringify(options)) return;
	select.dataset.options = JSON.stringify(options);
	select.replaceChildren(...options.map(([value, words]) => new Option(words, value)));
	select.value = options.some(([value]) => value === kept) ? kept : '';
}

// Of several apps, the one that failed is shown.
function lastAnswer(delivery) {
	const round = delivery.attempts.filter((attempt) => attempt.round === delivery.rounds);
	return round.find(({ httpStatus }) => httpStatus !== 200) || round[0];
}

function answerOf(delivery) {
	if (delivery.state === 'delivered') return 'answered';
	return lastAnswer(delivery) ? 'failed' : 'open';
}

function showDeliveries() {
	const [person, kind, answer] = filters.map(({ value }) => value);
	const found = state.deliveries.filter((delivery) =>
		(!person || delivery.waIds.includes(person)) && (!kind || delivery.kinds.includes(kind)) && (!answer || answerOf(delivery) === answer));
	const total = state.deliveries.length;
	byId('found').textContent = total === 0 ? 'None yet.' : found.length + ' of the last ' + total + '. Open one to read it.';
	showList(byId('deliveries'), found.map((delivery) => ({ key: delivery.id, parts: [delivery, nameOf(delivery)], make: () => deliveryEntry(delivery) })));
}

function nameOf({ waIds }) {
	return waIds.length === 1 && personOf(waIds[0]) ? personOf(waIds[0]).name : '';
}

function deliveryEntry(delivery) {
	const entry = element('details', 'hook');
	const last = lastAnswer(delivery);
	const words = last ? String(last.httpStatus ?? 'no answer') : delivery.state === 'notSent' ? 'not sent' : 'waiting';
	const tone = delivery.state === 'delivered' ? 'good' : last || delivery.problem ? 'bad' : '';
	const summary = element('summary');
	const title = element('span', 'title', delivery.summary);
	title.append(element('span', 'note', notesOf(delivery, last).join(' · ')));
	summary.append(title, element('span', 'answer ' + tone, words));
	entry.append(summary);
	entry.open = openHooks.has(delivery.id);
	if (entry.open) void fillDelivery(entry, delivery);
	entry.ontoggle = () => {
		if (!entry.open) openHooks.delete(delivery.id);
		else if (!openHooks.has(delivery.id)) {
			openHooks.add(delivery.id);
			void fillDelivery(entry, delivery);
		}
	};
	return entry;
}

function notesOf(delivery, last) {
	const name = nameOf(delivery);
	return [
		clockTime(delivery.atMs),
		...(name && !delivery.summary.includes(name) ? [name] : []),
		...(delivery.rounds > 1 ? [delivery.rounds + ' tries'] : []),
		...(delivery.state === 'givenUp' ? ['given up'] : []),
		...(last && last.httpStatus === 401 ? ['the signature was refused: is the app secret the same on both sides?'] : []),
		...(last && last.problem ? [last.problem] : []),
		...(delivery.problem ? [delivery.problem] : []),
	];
}

async function fillDelivery(entry, delivery) {
	const response = await fetch('/_simulator/delivery?id=' + delivery.id).catch(() => undefined);
	const { rawBody, attempts } = response && response.ok ? await response.json() : { rawBody: 'It is not kept any more.', attempts: [] };
	const tries = element('ol', 'tries');
	tries.append(...attempts.map(tryEntry));
	const body = element('pre', '', prettyBody(rawBody));
	body.tabIndex = 0;
	body.setAttribute('role', 'group');
	body.setAttribute('aria-label', 'Body');
	const [summary, ...old] = entry.children;
	for (const part of old) part.remove();
	entry.append(...(attempts.length > 0 ? [tries] : []), body);
	if (delivery.messageIds.length > 0 && delivery.state === 'delivered') entry.append(againButton(delivery));
}

function tryEntry({ atMs, httpStatus, url, answer, problem, signature }) {
	const made = element('li');
	made.append(element('b', '', String(httpStatus ?? 'no answer')), ' ' + new Date(atMs).toLocaleTimeString([]) + ' at ' + url);
	if (answer) made.append(element('div', 'note', '“' + answer + '”'));
	if (problem) made.append(element('div', 'note', problem));
	if (!signature) made.append(element('div', 'note', 'without a signature'));
	return made;
}

function prettyBody(rawBody) {
	try {
		return JSON.stringify(JSON.parse(rawBody), null, 2);
	} catch {
		return rawBody;
	}
}

function againButton(delivery) {
	const again = element('button', '', 'Deliver again');
	again.onclick = () => post('redeliver', { messageId: delivery.messageIds[0] });
	return again;
}

for (const filter of filters) filter.onchange = showDeliveries;
`;

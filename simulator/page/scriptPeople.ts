/** Script: the list of people, each with the ring of the window, and the form that adds one. */
export const scriptPeople = String.raw`
function addressOf(person) {
	if (person.isGroup) return person.members.map((waId) => personOf(waId)?.name ?? '+' + waId).join(', ');
	return person.hidesPhoneNumber ? 'number hidden' : '+' + person.waId;
}

function initials(name) {
	return name.replace('+', '').split(/\s+/).map((word) => word[0]).slice(0, 2).join('').toUpperCase();
}

function sortedPeople() {
	const latest = new Map(state.messages.map((message, index) => [conversationOf(message), index]));
	return everybody().sort((one, other) => (latest.get(other.waId) ?? -1) - (latest.get(one.waId) ?? -1));
}

function showPeople() {
	showList(byId('people'), sortedPeople().map((person) => {
		const [last] = messagesOf(person.waId).slice(-1);
		const leftMs = leftOf(windowOf(person.waId));
		const looks = { person, last, left: duration(leftMs), isOpen: leftMs > 0, isChosen: person.waId === chosen };
		return { key: person.waId, parts: looks, make: () => personEntry(looks, leftMs) };
	}));
}

function personEntry({ person, last, left, isOpen, isChosen }, leftMs) {
	const entry = element('div', 'person');
	entry.setAttribute('role', 'option');
	entry.setAttribute('aria-selected', String(isChosen));
	entry.tabIndex = isChosen ? 0 : -1;
	const words = element('span', 'words');
	const top = element('span', 'line');
	top.append(element('span', 'name', person.name), element('span', 'note', last ? lastTime(last.atMs) : ''));
	const bottom = element('span', 'line');
	const mark = element('span', isOpen ? (leftMs <= SOON_MS ? 'state soon' : 'state open') : 'state', isOpen ? left : 'closed');
	mark.title = isOpen ? 'The window is open for ' + left : 'The window is closed';
	bottom.append(element('span', 'note', person.isOnWhatsApp ? preview(last) || addressOf(person) : 'not on WhatsApp'), mark);
	words.append(top, bottom);
	entry.append(avatarOf(person, leftMs), words);
	entry.onclick = () => choose(person.waId, byId('text'));
	return entry;
}

function avatarOf(person, leftMs) {
	const face = element('span', 'face');
	const avatar = element('span', 'avatar', initials(person.name));
	avatar.style.background = 'hsl(' + ((Number(person.waId.slice(-4)) || 0) * 47) % 360 + ' 42% 32%)';
	// The name follows.
	face.setAttribute('aria-hidden', 'true');
	face.append(ring(leftMs), avatar);
	return face;
}

function preview(last) {
	return last && (last.direction === 'inbound' ? '' : last.error ? 'not delivered: ' : last.groupId ? 'all got: ' : 'you got: ') + shorten(last.text.replaceAll('\n', ' '));
}

function lastTime(atMs) {
	return dayOf(atMs) === dayOf(state.clock.nowMs) ? clockTime(atMs) : weekday(atMs);
}

function choose(waId, target) {
	if (waId !== chosen) returnToNow();
	chosen = waId;
	showAll();
	const entry = [...byId('people').children].find((child) => child.dataset.key === waId);
	if (entry) entry.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	const goal = target || entry;
	if (goal) goal.focus({ preventScroll: true });
}

// One stop of the Tab key; arrows go from person to person, Enter goes to writing.
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
byId('people').onkeydown = (event) => {
	const people = sortedPeople();
	const step = STEPS[event.key];
	if (event.key === 'Enter' || event.key === ' ') byId('text').focus();
	else if (step === undefined) return;
	else {
		const at = people.findIndex(({ waId }) => waId === chosen) + step;
		choose(people[Math.min(people.length - 1, Math.max(0, at))].waId);
	}
	event.preventDefault();
};

function timeIn(timeZone, atMs) {
	return new Date(atMs).toLocaleTimeString([], { timeZone, hour: '2-digit', minute: '2-digit' });
}

// n8n goes by the real time, also while the clock here is set.
function localTime({ timeZone }) {
	if (!timeZone) return 'Not known: the number does not say it.';
	const { nowMs, realNowMs, offsetSeconds } = state.clock;
	const real = offsetSeconds === 0 ? '' : '; for n8n it is ' + timeIn(timeZone, realNowMs) + ' there';
	return timeIn(timeZone, nowMs) + ' in ' + timeZone.split('/').at(-1).replaceAll('_', ' ') + real;
}

byId('newPerson').onclick = () => byId('adding').showModal();
byId('notAdding').onclick = () => byId('adding').close();
byId('add').elements.timeZone.append(...Intl.supportedValuesOf('timeZone').map((name) => new Option(name, name)));
byId('add').onsubmit = async (event) => {
	event.preventDefault();
	const { phone, name, hidesPhoneNumber, absent, timeZone } = event.target.elements;
	const person = {
		phone: phone.value, name: name.value, hidesPhoneNumber: hidesPhoneNumber.checked, isOnWhatsApp: !absent.checked,
		timeZone: timeZone.value,
	};
	byId('adding').close();
	if (!(await post('people', person))) return;
	const added = phone.value.replace(/\D/g, '');
	event.target.reset();
	choose(added, byId('text'));
};
`;

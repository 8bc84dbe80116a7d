/** Script: the list of people and the form that adds one. */
export const scriptPeople = String.raw`
function addressOf(person) {
	return person.hidesPhoneNumber ? 'number hidden · ' + person.bsuid : '+' + person.waId;
}

function initials(name) {
	return name.replace('+', '').split(/\s+/).map((word) => word[0]).slice(0, 2).join('').toUpperCase();
}

function showPeople() {
	const latest = new Map(state.messages.map((message, index) => [message.waId, index]));
	const people = [...state.people].sort((one, other) => (latest.get(other.waId) ?? -1) - (latest.get(one.waId) ?? -1));
	byId('people').replaceChildren(...people.map(personButton));
}

function personButton(person) {
	const button = element('button', 'person');
	button.setAttribute('aria-pressed', String(person.waId === chosen));
	const avatar = element('span', 'avatar', initials(person.name));
	avatar.style.background = 'hsl(' + (Number(person.waId.slice(-4)) * 47) % 360 + ' 42% 32%)';
	// The name follows.
	avatar.setAttribute('aria-hidden', 'true');
	const words = element('span');
	words.style.minWidth = '0';
	const note = person.isOnWhatsApp ? addressOf(person) : 'not on WhatsApp';
	words.append(element('div', 'name', person.name), element('div', 'note', note));
	button.append(avatar, words, windowState(person.waId));
	button.onclick = () => {
		chosen = person.waId;
		showAll();
		byId('compose').elements.text.focus();
	};
	return button;
}

function windowState(waId) {
	const found = windowOf(waId);
	if (!found) return element('span');
	return element('span', found.isOpen ? 'state open' : 'state', found.isOpen ? 'open' : 'closed');
}

function timeIn(timeZone, atMs) {
	return new Date(atMs).toLocaleTimeString([], { timeZone, hour: '2-digit', minute: '2-digit' });
}

function showLocalTime() {
	const { timeZone } = state.people.find((found) => found.waId === chosen) || {};
	const place = timeZone && timeZone.split('/').at(-1).replaceAll('_', ' ');
	byId('local').textContent = timeZone ? timeIn(timeZone, state.clock.nowMs) + ' in ' + place : 'time zone not known';
	const real = timeZone ? 'n8n goes by the real time: ' + timeIn(timeZone, state.clock.realNowMs) + ' there.' : 'The number does not say it.';
	byId('local').title = real + ' "Add a person" with the same number sets another time zone; n8n does not hear of it.';
}

byId('add').elements.timeZone.append(...Intl.supportedValuesOf('timeZone').map((name) => new Option(name, name)));
byId('add').onsubmit = async (event) => {
	event.preventDefault();
	const { phone, name, hidesPhoneNumber, absent, timeZone } = event.target.elements;
	const person = {
		phone: phone.value, name: name.value, hidesPhoneNumber: hidesPhoneNumber.checked, isOnWhatsApp: !absent.checked,
		timeZone: timeZone.value,
	};
	if (!(await post('people', person))) return;
	chosen = phone.value.replace(/\D/g, '');
	event.target.reset();
	showAll();
};
`;

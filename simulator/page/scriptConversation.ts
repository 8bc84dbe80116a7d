/** Script: the conversation as on the person's phone, and what the person can do. */
export const scriptConversation = String.raw`
const TICKS = { accepted: '…', sent: '✓', delivered: '✓✓', read: '✓✓ read', failed: '!', refused: '' };

function showConversation() {
	const person = state.people.find((found) => found.waId === chosen);
	if (!person) return;
	const messages = messagesOf(chosen);
	byId('who').textContent = person.name;
	byId('address').textContent = addressOf(person) + (person.isOnWhatsApp ? '' : ' · not on WhatsApp');
	byId('marketing').textContent = person.hasStoppedMarketing ? 'Resume offers' : 'Stop offers';
	const list = byId('conversation');
	const isAtEnd = list.dataset.of !== chosen || list.scrollHeight - list.scrollTop - list.clientHeight < 60;
	list.dataset.of = chosen;
	const parts = [];
	messages.forEach((message, index) => {
		const isNewDay = index === 0 || dayOf(messages[index - 1].atMs) !== dayOf(message.atMs);
		if (isNewDay) parts.push(element('div', 'day', dayOf(message.atMs)));
		parts.push(bubble(message));
		const [first, ...cards] = message.sections || [message];
		if (canTap(message) && first.buttons.length > 0) parts.push(taps(message, first.buttons));
		if (canTap(message) && first.list) parts.push(listMenu(message, first.list));
		if (cards.length > 0) parts.push(cardRow(message, cards));
	});
	const nothing = 'Nothing yet. Write as ' + person.name + ' below, or let the business send a template message.';
	list.replaceChildren(...(parts.length > 0 ? parts : [element('div', 'empty', nothing)]));
	if (isAtEnd) list.scrollTop = list.scrollHeight;
}

function bubble(message) {
	const isOwn = message.direction === 'inbound';
	const made = element('div', 'bubble' + (isOwn ? ' own' : '') + ' ' + message.status);
	if (message.status === 'refused') made.append(element('div', 'kind', 'never accepted'));
	if (message.isEcho) made.append(element('div', 'kind', 'from the business app'));
	if (message.groupId) made.append(element('div', 'kind', 'in a group'));
	if (message.template) {
		made.append(element('div', 'kind', 'template ' + message.template.name + ' (' + message.template.language + ')'));
	}
	if (message.sentAs === 'directSend') made.append(element('div', 'kind', 'utility, by Direct Send'));
	const quotedId = message.contextId || (message.type === 'reaction' && message.content.message_id);
	const answered = state.messages.find((found) => found.id === quotedId);
	if (quotedId) made.append(element('div', 'quote', answered ? shorten(answered.text) : 'an earlier message'));
	made.append(...(message.sections ? sectionParts(message.sections[0]) : [element('div', 'text', message.text)]));
	if (message.error) {
		const code = message.error.code === undefined ? '' : message.error.code + ' ';
		made.append(element('div', 'problem', code + message.error.title + (message.error.details ? ': ' + message.error.details : '')));
	}
	const meta = element('div', 'meta', clockTime(message.atMs) + ' ');
	const tick = isOwn ? (message.isReadByBusiness ? '✓✓ read' : '') : TICKS[message.status] || '';
	meta.append(element('span', tick.includes('read') ? 'read' : '', tick));
	made.append(meta);
	return made;
}

function shorten(text) {
	return text.length > 80 ? text.slice(0, 80) + '…' : text;
}

function showWindow() {
	const found = windowOf(chosen);
	const label = byId('window');
	label.className = found && found.isOpen ? 'state open' : 'state';
	if (!found) label.textContent = 'window closed: never wrote';
	else if (found.isOpen) {
		const left = duration(found.closesAtMs - state.clock.nowMs).trim();
		label.textContent = 'window open until ' + weekday(found.closesAtMs) + ' ' + clockTime(found.closesAtMs) + ' (' + left + ' left)';
	} else label.textContent = 'window closed since ' + dayOf(found.closesAtMs) + ', ' + clockTime(found.closesAtMs);
}

function who(more) {
	return { from: chosen, phoneNumberId: numberId(), ...more };
}

byId('compose').onsubmit = async (event) => {
	event.preventDefault();
	const { type, text, agoHours } = event.target.elements;
	const message = who({ type: type.value, agoHours: Number(agoHours.value), ...(text.value && { text: text.value }) });
	if (!(await post('write', message))) return;
	text.value = '';
	byId('conversation').scrollTop = byId('conversation').scrollHeight;
};
byId('call').onclick = () => post('call', who({ agoHours: Number(byId('compose').elements.agoHours.value) }));
byId('echo').onclick = async () => {
	const { text } = byId('compose').elements;
	if (await post('echo', { to: chosen, phoneNumberId: numberId(), text: text.value })) text.value = '';
};
byId('move').onclick = async () => {
	const person = state.people.find((found) => found.waId === chosen);
	const newNumber = window.prompt('New phone number of ' + person.name, '+' + chosen);
	if (!newNumber || !(await post('changeNumber', { from: chosen, newNumber }))) return;
	chosen = newNumber.replace(/\D/g, '');
	showAll();
};
byId('marketing').onclick = () => {
	const person = state.people.find((found) => found.waId === chosen);
	void post('preference', who({ value: person.hasStoppedMarketing ? 'resume' : 'stop' }));
};
`;

/** Script: the conversation as on the person's phone, and what the person can do. */
export const scriptConversation = String.raw`
const TICKS = {
	accepted: ['…', 'on its way'], sent: ['✓', 'sent'], delivered: ['✓✓', 'delivered'], read: ['✓✓', 'read'],
	failed: ['✕', 'not delivered'], refused: ['✕', 'refused'],
};

function showConversation() {
	const person = personOf(chosen);
	if (!person) return;
	const messages = messagesOf(chosen);
	byId('who').textContent = person.name;
	byId('address').textContent = addressOf(person) + (person.isOnWhatsApp ? '' : ' · not on WhatsApp');
	const list = byId('conversation');
	if (list.dataset.of !== chosen) isAtEnd = true;
	list.dataset.of = chosen;
	const entries = messages.flatMap((message, index) => {
		const day = dayOf(message.atMs);
		const isNewDay = index === 0 || dayOf(messages[index - 1].atMs) !== day;
		const answered = answeredBy(message);
		const shownMessage = { key: message.id, parts: [message, answered], make: () => messageElement(message, answered, person) };
		return [...(isNewDay ? [{ key: 'day ' + day + ' ' + message.id, parts: day, make: () => element('h3', 'day', day) }] : []), shownMessage];
	});
	const nothing = 'Nothing yet. Write as ' + (person.isGroup ? 'one of them' : person.name) + ' below, or let the business send a template message.';
	const empty = { key: 'empty', parts: nothing, make: () => element('div', 'empty', nothing) };
	showList(list, entries.length > 0 ? entries : [empty]);
	stayAtEnd();
}

// Whoever reads further up is left there.
let isAtEnd = true;
function stayAtEnd() {
	const list = byId('conversation');
	if (isAtEnd) list.scrollTop = list.scrollHeight;
}
byId('conversation').onscroll = ({ target }) => {
	isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 60;
};
new ResizeObserver(stayAtEnd).observe(byId('conversation'));

function answeredBy(message) {
	const quotedId = message.contextId || (message.type === 'reaction' && message.content.message_id);
	const found = quotedId && state.messages.find(({ id }) => id === quotedId);
	return quotedId ? (found ? shorten(found.text) : 'an earlier message') : undefined;
}

function messageElement(message, answered, person) {
	const isOwn = message.direction === 'inbound';
	const made = element('article', 'message ' + (isOwn ? 'own ' : '') + message.status);
	made.setAttribute('aria-label', (isOwn ? writerOf(message, person) : businessName()) + ', ' + clockTime(message.atMs));
	const [first, ...cards] = message.sections || [{ body: message.text, buttons: message.buttons }];
	const bubble = element('div', 'bubble');
	bubble.append(...labels(message).map((words) => element('div', 'kind', words)));
	if (answered) bubble.append(element('div', 'quote', answered));
	bubble.append(...sectionParts(first), metaElement(message));
	if (message.error) bubble.append(problemElement(message));
	made.append(bubble);
	if (canTap(message) && first.buttons.length > 0) made.append(taps(message, first.buttons));
	if (canTap(message) && first.list) made.append(listMenu(message, first.list));
	if (cards.length > 0) made.append(cardRow(message, cards));
	return made;
}

function writerOf({ waId }, person) {
	return person.isGroup ? (personOf(waId)?.name ?? '+' + waId) : person.name;
}

function labels({ isEcho, groupId, waId, direction, template, sentAs }) {
	const isOfKnownGroup = state.groups.some(({ id }) => id === groupId);
	return [
		...(isEcho ? ['from the business app'] : []),
		...(groupId && !isOfKnownGroup ? ['in a group'] : []),
		...(isOfKnownGroup && direction === 'inbound' ? [personOf(waId)?.name ?? '+' + waId] : []),
		...(template ? ['template ' + template.name + ' (' + template.language + ')'] : []),
		...(sentAs === 'directSend' ? ['utility, by Direct Send'] : []),
	];
}

function metaElement(message) {
	const meta = element('div', 'meta');
	const isOwn = message.direction === 'inbound';
	const [tick, words] = isOwn ? (message.isReadByBusiness ? TICKS.read : ['', '']) : TICKS[message.status] || ['', ''];
	if (message.pricing) meta.append(element('span', 'price', priceWords(message.pricing)));
	meta.append(element('span', '', clockTime(message.atMs)));
	if (!tick) return meta;
	const shownTick = element('span', words === 'read' ? 'tick read' : 'tick');
	const glyph = element('span', '', tick);
	glyph.setAttribute('aria-hidden', 'true');
	shownTick.append(glyph, ' ' + words);
	meta.append(shownTick);
	return meta;
}

// Meta's words, a status at a time: what is not billable is free, for one of two reasons.
function priceWords({ category, billable, type }) {
	if (billable) return category.replaceAll('_', ' ') + ', charged';
	return type === 'free_entry_point' ? 'free, came from an ad' : category.replaceAll('_', ' ') + ', free';
}

function problemElement({ status, error }) {
	const made = element('div', 'problem');
	const code = error.code === undefined ? '' : error.code + ' ';
	made.append(element('b', '', status === 'refused' ? 'WhatsApp did not take this message' : 'WhatsApp took this message and did not deliver it'));
	made.append(element('div', '', code + error.title));
	if (error.details) made.append(element('div', '', error.details));
	return made;
}

function businessName() {
	const number = state.numbers.find(({ id }) => id === numberId());
	return number ? number.verifiedName : 'The business';
}

function shorten(text) {
	return text.length > 80 ? text.slice(0, 80) + '…' : text;
}

function who(more) {
	return { from: chosen, phoneNumberId: numberId(), ...more };
}

// Only what is written next is of the past.
function returnToNow() {
	byId('compose').elements.agoHours.value = '0';
}

byId('compose').onsubmit = async (event) => {
	event.preventDefault();
	const { type, text, agoHours } = event.target.elements;
	const message = who({ type: type.value, agoHours: Number(agoHours.value), ...(text.value && { text: text.value }) });
	const { isGroup, members, name } = personOf(chosen);
	if (isGroup) {
		const from = await ask('Who writes in ' + name + '? The phone number of a member', '+' + members[0]);
		if (!from) return;
		Object.assign(message, { from, groupId: chosen });
	}
	if (!(await post('write', message))) return;
	text.value = '';
	returnToNow();
	isAtEnd = true;
	stayAtEnd();
};
byId('call').onclick = async () => {
	if (await post('call', who({ agoHours: Number(byId('compose').elements.agoHours.value) }))) returnToNow();
};
byId('echo').onclick = async () => {
	const { text } = byId('compose').elements;
	if (await post('echo', { to: chosen, phoneNumberId: numberId(), text: text.value })) text.value = '';
};
`;

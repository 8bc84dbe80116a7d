/** Script: says to a screen reader what has come in, without moving the focus. */
export const scriptNews = String.raw`
let heard;

function tellNews() {
	const before = heard;
	heard = new Map(state.messages.map(({ id, status }) => [id, status]));
	if (!before) return;
	const fresh = state.messages.filter(({ id, direction, status }) =>
		direction === 'outbound' && (!before.has(id) || (status === 'failed' && before.get(id) !== 'failed')));
	const words = fresh.map(newsOf).filter(Boolean);
	if (words.length > 0) byId('news').replaceChildren(...words.map((sentence) => element('p', '', sentence)));
}

function newsOf(message) {
	const { error, text } = message;
	const waId = conversationOf(message);
	const person = personOf(waId);
	if (!person) return '';
	if (error) return 'Not delivered to ' + person.name + ': ' + error.title;
	return waId === chosen ? businessName() + ': ' + text : 'New message for ' + person.name;
}
`;

/** Script: a message as on the phone: header or file, offer, body, footer, and cards side by side. */
export const scriptSections = String.raw`
// What stands in square brackets is no text: its kind, then what is known of it. Drawn as on a phone, 24 units wide.
const DRAWINGS = {
	image: 'M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.5 9h.01',
	video: 'M3 6h12v12H3z M15 10l6-3v10l-6-3',
	audio: 'M12 4v10 M9 7v4a3 3 0 0 0 6 0V7a3 3 0 0 0-6 0z M6 11a6 6 0 0 0 12 0 M12 17v3',
	document: 'M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h6',
	location: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11z M12 10h.01',
	contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 20c1-4 4-6 8-6s7 2 8 6',
	order: 'M5 8h14l-1 12H6z M9 8a3 3 0 0 1 6 0',
	call: 'M6 3l3 5-2 2c1 3 4 6 7 7l2-2 5 3-2 3C11 22 2 12 4 5z',
};
const KINDS = { 'voice message': 'audio', sticker: 'image', gif: 'video', contacts: 'contact', product: 'order', reaction: '' };

function canTap(message) {
	// A tap goes to the business alone, so nobody can tap in a group here.
	return message.status !== 'refused' && message.status !== 'failed' && !message.groupId;
}

function sectionParts({ header, pictureId, playable, offer, body, footer }) {
	const parts = [];
	if (pictureId) parts.push(fileElement('img', pictureId, header));
	else if (playable) parts.push(fileElement(playable.kind, playable.id, header));
	else if (header) parts.push(headerElement(header));
	if (offer) parts.push(element('div', 'offer', offer));
	if (body) parts.push(element('div', 'text', body));
	if (footer) parts.push(element('div', 'footer', footer));
	return parts;
}

function headerElement(header) {
	const [, kind, rest] = /^\[([a-z ]+)(?:: ([\s\S]*))?\]$/i.exec(header) || [];
	return kind ? mediaElement(kind, rest) : element('div', 'heading', header);
}

function mediaElement(kind, rest) {
	if (kind === 'reaction') return element('div', 'emoji', rest);
	const drawing = DRAWINGS[KINDS[kind.toLowerCase()] || kind.toLowerCase()];
	const made = element('div', 'media');
	if (drawing) {
		const icon = svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' });
		icon.append(svg('path', { d: drawing }));
		made.append(icon);
	}
	const words = element('span');
	const name = kind.charAt(0).toUpperCase() + kind.slice(1);
	words.append(element('b', '', rest || name), ...(rest ? [element('span', 'note', name)] : []));
	made.append(words);
	return made;
}

function fileElement(tag, id, words) {
	const made = element(tag, tag === 'img' ? 'picture' : 'player');
	if (tag === 'img') made.alt = words;
	else made.controls = true;
	made.src = '/_simulator/files/' + encodeURIComponent(id);
	made.title = words;
	// The file may have been deleted since, or be made up.
	made.onerror = () => {
		made.replaceWith(headerElement(words));
		stayAtEnd();
	};
	made.onload = stayAtEnd;
	return made;
}

function cardRow(message, cards) {
	const row = element('div', 'cards');
	row.tabIndex = 0;
	row.setAttribute('role', 'group');
	row.setAttribute('aria-label', 'Cards');
	row.append(...cards.map((card) => {
		const made = element('div', 'card ' + message.status);
		made.append(...sectionParts(card));
		if (canTap(message) && card.buttons.length > 0) made.append(taps(message, card.buttons));
		return made;
	}));
	return row;
}
`;

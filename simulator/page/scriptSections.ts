/** Script: a message as on the phone: header or file, offer, body, footer, and cards side by side. */
export const scriptSections = String.raw`
function canTap(message) {
	return message.status !== 'refused' && message.status !== 'failed';
}

function sectionParts({ header, pictureId, playable, offer, body, footer }) {
	const parts = [];
	if (pictureId) parts.push(fileElement('img', pictureId, header));
	else if (playable) parts.push(fileElement(playable.kind, playable.id, header));
	else if (header) parts.push(element('div', header.startsWith('[') ? 'media' : 'heading', header));
	if (offer) parts.push(element('div', 'offer', offer));
	if (body) parts.push(element('div', 'text', body));
	if (footer) parts.push(element('div', 'footer', footer));
	return parts;
}

function fileElement(tag, id, words) {
	const made = element(tag, tag === 'img' ? 'picture' : 'player');
	if (tag === 'img') made.alt = words;
	else made.controls = true;
	made.src = '/_simulator/files/' + encodeURIComponent(id);
	made.title = words;
	// The file may have been deleted since, or be made up.
	made.onerror = () => made.replaceWith(element('div', 'media', words));
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

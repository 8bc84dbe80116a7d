/** Script: a template message as on the phone: header, offer, body, footer, and cards side by side. */
export const scriptTemplates = String.raw`
function canTap(message) {
	return message.status !== 'refused' && message.status !== 'failed';
}

function sectionParts({ header, pictureId, offer, body, footer }) {
	const parts = [];
	if (pictureId) parts.push(picture(pictureId, header));
	else if (header) parts.push(element('div', header.startsWith('[') ? 'media' : 'heading', header));
	if (offer) parts.push(element('div', 'offer', offer));
	if (body) parts.push(element('div', 'text', body));
	if (footer) parts.push(element('div', 'footer', footer));
	return parts;
}

function picture(id, words) {
	const made = element('img', 'picture');
	made.src = '/_simulator/pictures/' + encodeURIComponent(id);
	made.alt = words;
	made.title = words;
	// The file may have been deleted since.
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
		if (canTap(message)) made.append(taps(message, card.buttons));
		return made;
	}));
	return row;
}
`;

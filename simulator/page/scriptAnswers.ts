/** Script: what a person can tap: buttons, the rows of a list, and forms that ask for more than a tap. */
export const scriptAnswers = String.raw`
// Forms that a tap cannot fill in: what is asked for, what is suggested, and where the answer goes.
const FORMS = {
	flow: ['The answers of the Flow, as JSON', '{"answer": "yes"}', (answers) => ['answerFlow', { answers }]],
	address: [
		'The fields of the address, as JSON',
		'{"name": "Ada Brown", "address": "Main Street 1", "city": "Mumbai", "in_pin_code": "400063"}',
		(values) => ['answerAddress', { values }],
	],
};

const HINTS = {
	location: 'Sends a sample location; another one goes with "Location" below', contactInfo: 'Sends the phone number, also a hidden one',
	call: 'Calls the business', flow: 'Opens a form', address: 'Opens a form', pay: 'Pays, and WhatsApp tells the business',
};

async function tapOn(message, button) {
	const form = FORMS[button.kind];
	if (!form) return post('tap', who({ messageId: message.id, button: button.value || button.text }));
	const [question, suggestion, toRequest] = form;
	const filledIn = await ask(question, suggestion);
	if (filledIn === null) return undefined;
	try {
		const [route, members] = toRequest(JSON.parse(filledIn));
		return await post(route, who({ messageId: message.id, ...members }));
	} catch {
		say('This is not JSON: ' + filledIn);
		return undefined;
	}
}

function tapButton(message, button) {
	const made = element('button', '', button.text);
	if (button.description) made.append(element('span', 'note', button.description));
	made.type = 'button';
	made.disabled = button.kind === 'other';
	made.title = made.disabled ? button.opens || 'Opens on the phone and sends nothing' : HINTS[button.kind] || 'Tap';
	made.onclick = () => tapOn(message, button);
	return made;
}

function taps(message, buttons) {
	const row = element('div', 'taps');
	row.append(...buttons.map((button) => tapButton(message, button)));
	return row;
}

function listMenu(message, list) {
	const menu = element('details', 'menu');
	menu.append(element('summary', '', list.label));
	for (const { title, rows } of list.groups) {
		if (title) menu.append(element('div', 'group', title));
		menu.append(...rows.map((row) => tapButton(message, row)));
	}
	// A new state of the message brings it anew; an open list stays open.
	menu.open = openMenus.has(message.id);
	menu.ontoggle = () => (menu.open ? openMenus.add(message.id) : openMenus.delete(message.id));
	return menu;
}

const openMenus = new Set();
`;

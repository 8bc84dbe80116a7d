/** Script: elements, requests and words for times. All text goes through textContent. */
export const scriptBasics = String.raw`
const byId = (id) => document.getElementById(id);
let state;
let chosen;

function element(tag, className, text) {
	const made = document.createElement(tag);
	if (className) made.className = className;
	if (text !== undefined) made.textContent = text;
	return made;
}

function svg(tag, attributes) {
	const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	return made;
}

function say(problem) {
	byId('problem').hidden = !problem;
	byId('problem').textContent = problem || '';
}

async function post(name, body) {
	const response = await fetch('/_simulator/' + name, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body || {}),
	}).catch(() => undefined);
	const answer = response ? await response.json().catch(() => ({})) : { error: 'The simulator does not answer.' };
	const problem = response && response.ok ? undefined : answer.error;
	say(typeof problem === 'string' ? problem : problem ? problem.message : '');
	await refresh();
	return !problem;
}

function clockTime(atMs) {
	return new Date(atMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function weekday(atMs) {
	return new Date(atMs).toLocaleDateString([], { weekday: 'short' });
}

function dayOf(atMs) {
	return new Date(atMs).toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

function duration(ms) {
	// The parts that are nought are left out: 25 h, not 25 h 0 min.
	const minutes = Math.max(0, Math.ceil(ms / 60000));
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60 > 0 || hours === 0 ? (minutes % 60) + ' min' : '';
	return [hours > 0 ? hours + ' h' : '', rest].filter(Boolean).join(' ');
}

function numberId() {
	return byId('number').value || (state.numbers[0] && state.numbers[0].id);
}

function personOf(waId) {
	return everybody().find((found) => found.waId === waId);
}

// A group has a place among the people: one conversation, one window.
function everybody() {
	const groups = state.groups.map(({ id, subject, members }) => ({ waId: id, name: subject, members, isGroup: true, isOnWhatsApp: true }));
	return [...state.people, ...groups];
}

// A group that nobody has made has no conversation; what was written in it stays with who wrote it.
function conversationOf({ groupId, waId }) {
	return state.groups.some(({ id }) => id === groupId) ? groupId : waId;
}

function windowOf(waId) {
	return state.windows.find((found) => found.waId === waId && found.phoneNumberId === numberId());
}

function messagesOf(waId) {
	return state.messages
		.filter((message) => conversationOf(message) === waId && message.phoneNumberId === numberId())
		.sort((one, other) => one.atMs - other.atMs);
}

// Asks for a text; gives null when nobody wants to answer. The focus returns to where it was.
function ask(question, suggestion) {
	const dialog = byId('ask');
	byId('question').textContent = question;
	byId('answer').value = suggestion;
	byId('answer').rows = suggestion.startsWith('{') ? 6 : 1;
	dialog.showModal();
	return new Promise((resolve) => {
		const end = (answer) => {
			dialog.onclose = null;
			dialog.close();
			resolve(answer);
		};
		dialog.onclose = () => end(null);
		byId('cancel').onclick = () => end(null);
		byId('answer').onkeydown = (event) => {
			const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target.rows === 1);
			if (!isDone) return;
			event.preventDefault();
			end(event.target.value);
		};
		dialog.querySelector('form').onsubmit = (event) => {
			event.preventDefault();
			end(byId('answer').value);
		};
	});
}
`;

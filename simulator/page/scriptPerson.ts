/** Script: what WhatsApp knows of the chosen person: window, offers, prices, addresses. */
export const scriptPerson = String.raw`
function showPerson() {
	const person = personOf(chosen);
	if (!person) return;
	byId('about').textContent = 'About ' + person.name;
	for (const name of ['call', 'echo', 'marketing', 'move']) byId(name).disabled = person.isGroup === true;
	byId('marketing').textContent = person.hasStoppedMarketing ? 'Resume offers' : 'Stop offers';
	byId('facts').replaceChildren(...factsOf(person).flatMap(([name, words]) => [element('dt', '', name), element('dd', '', words)]));
}

function factsOf(person) {
	if (person.isGroup) return [['Window', windowAdvice(windowOf(person.waId))], ['Members', addressOf(person)], ['Group ID', person.waId]];
	const absent = 'Not on WhatsApp: whatever is sent fails with 131026.';
	return [
		['Window', windowAdvice(windowOf(person.waId))],
		['Offers', person.hasStoppedMarketing ? 'Stopped in WhatsApp: marketing templates fail with 131050.' : 'Not stopped in WhatsApp.'],
		['Cost', costOf(person.waId)],
		...(person.isOnWhatsApp ? [] : [['Account', absent]]),
		['Number', person.hidesPhoneNumber ? 'Hidden: webhooks name the user ID alone.' : '+' + person.waId],
		['User ID', person.bsuid],
		['Local time', localTime(person)],
	];
}

function windowAdvice(found) {
	const fails = 'Only templates arrive; a free-form message fails with 131047.';
	if (!found) return 'Never opened. ' + fails;
	const at = weekday(found.closesAtMs) + ' ' + clockTime(found.closesAtMs);
	return found.isOpen ? 'Open until ' + at + ': free-form messages arrive.' : 'Closed since ' + at + '. ' + fails;
}

function costOf(waId) {
	const arrived = messagesOf(waId).filter(({ pricing, status }) => pricing && (status === 'delivered' || status === 'read'));
	const charged = arrived.filter(({ pricing }) => pricing.billable);
	const counts = Map.groupBy(charged, ({ pricing }) => pricing.category.replaceAll('_', ' '));
	const words = [...counts].map(([category, { length }]) => length + ' ' + category).join(', ');
	if (arrived.length === 0) return 'Nothing has arrived yet.';
	return (arrived.length - charged.length) + ' free, ' + charged.length + ' charged' + (words && ' (' + words + ')');
}

byId('move').onclick = async () => {
	const newNumber = await ask('New phone number of ' + personOf(chosen).name, '+' + chosen);
	if (!newNumber || !(await post('changeNumber', { from: chosen, newNumber }))) return;
	chosen = newNumber.replace(/\D/g, '');
	showAll();
};
byId('marketing').onclick = () => {
	const { hasStoppedMarketing } = personOf(chosen);
	void post('preference', who({ value: hasStoppedMarketing ? 'resume' : 'stop' }));
};
`;

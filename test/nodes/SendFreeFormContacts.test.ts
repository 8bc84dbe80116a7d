import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const node = new SendFreeForm();
let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(ADA, 60_000);
});
afterEach(async () => await stage.close());

async function send(contact: object, item: object = {}, timezone = 'America/New_York') {
	executions += 1;
	const parameters = { messageType: 'contacts', contacts: { contact: [{ name: 'Grace' }, contact] } } as unknown as INodeParameters;
	const items = [{ json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...item } }] as never[];
	return await runNode({ node, credential: stage.credential, executionId: `contacts ${executions}`, items, parameters, timezone });
}

const more = (details: object) => ({ name: 'Ada', more: details });

describe('a contact card', () => {
	test.each<[string, object, RegExp]>([
		['no name', { phone: '+15551234567' }, /'Name of Contact 2' is empty/],
		['a birthday of another form', more({ birthday: '23.01.1999' }), /'Birthday of Contact 2' is not a day: "23\.01\.1999"/],
		['a birthday that is not in the calendar', more({ birthday: '1999-02-30' }), /'Birthday of Contact 2' is not a day/],
		['a birthday with a time', more({ birthday: '1999-01-23T15:00:00Z' }), /'Birthday of Contact 2' is not a day/],
		['a birthday that went wrong', more({ birthday: '={{ DateTime.fromISO("x") }}' }), /'Birthday of Contact 2' holds 'Invalid DateTime'/],
		['a number that is missing', more({ phones: { phone: [{ type: 'Landline' }] } }), /'Phone Number of Phone 1 of Contact 2' is empty/],
		['a WhatsApp ID in words', more({ phones: { phone: [{ phone: '+1555', waId: 'ada' }] } }), /'WhatsApp ID of Phone 1 of Contact 2' is not a WhatsApp ID: ada/],
		['an email that is missing', more({ emails: { email: [{ email: 'a@b.example' }, { type: 'Private' }] } }), /'Email of Email 2 of Contact 2' is empty/],
		['a link that is missing', more({ links: { link: [{ type: 'Company' }] } }), /'Link of Link 1 of Contact 2' is empty/],
		['what a failed expression left', more({ addresses: { address: [{ city: 'Berlin' }, { city: 'undefined' }] } }), /'City of Address 2 of Contact 2' holds 'undefined'/],
		['a name part that is too long', more({ suffix: 'x'.repeat(1025) }), /'Suffix of Contact 2' is 1025 characters long/],
	])('with %s is refused in a sentence, without a request', async (_case, contact, words) => {
		const { error } = await send(contact);

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/\S/);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		['a Date at midnight in UTC, as databases give a day', '={{ $json.born }}', new Date('1999-01-23T00:00:00Z')],
		['a DateTime of the workflow’s clock', '={{ DateTime.fromISO("1999-01-23T00:00:00", { zone: "America/New_York" }) }}', null],
		['the text of a day', '1999-01-23', null],
		['the text of a Date', '={{ $json.born.toISOString() }}', new Date('1999-01-23T00:00:00Z')],
	])('has the birthday as a day, from %s', async (_case, birthday, born) => {
		const { error } = await send(more({ birthday }), { born });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.content.contacts).toMatchObject([{}, { birthday: '1999-01-23' }]);
	});

	test('has the parts of the name that are given, and no others', async () => {
		await send({ name: 'Dr. Ada Lovelace', more: { lastName: 'Lovelace', prefix: 'Dr.' } });

		expect(stage.simulator.sent().at(-1)?.content.contacts).toMatchObject([
			{ name: { formatted_name: 'Grace', first_name: 'Grace' } },
			{ name: { formatted_name: 'Dr. Ada Lovelace', last_name: 'Lovelace', prefix: 'Dr.' } },
		]);
	});

	test('has the number and the email of the form first', async () => {
		await send({ name: 'Ada', phone: '+1555', email: 'a@work.example', more: { phones: { phone: [{ phone: '+1666' }] }, emails: { email: [{ email: 'a@home.example' }] } } });

		expect(stage.simulator.sent().at(-1)?.content.contacts).toMatchObject([
			{},
			{ phones: [{ phone: '+1555', type: 'CELL' }, { phone: '+1666' }], emails: [{ email: 'a@work.example', type: 'WORK' }, { email: 'a@home.example' }] },
		]);
	});
});

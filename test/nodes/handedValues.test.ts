import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { byName, filled, openTemplateStage, toBinary, ADA, type TemplateStage } from '../support/openTemplateStage';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { runNode } from '../support/runNode';

const AT = new Date('2026-11-26T02:18:57.979Z');
const READABLE = 'November 26, 2026 at 3:18 AM';
const node = new SendFreeForm();
let stage: TemplateStage;
let executions = 0;

beforeEach(async () => void (stage = await openTemplateStage()));
afterEach(async () => await stage.close());

const reminder = byName('appointment_reminder');
const more = { timezone: 'Europe/Berlin' };

async function sendFreeForm(parameters: object, { binary, ...item }: { binary?: object } & Record<string, unknown> = {}) {
	executions += 1;
	await stage.wrote(ADA, 60_000);
	const items = [{ json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...item }, ...(binary && { binary }) }] as never[];
	return await runNode({ node, credential: stage.credential, executionId: `handed ${executions}`, items, parameters: parameters as INodeParameters, ...more });
}

describe('a date as a template variable', () => {
	test.each([
		['in the form, as a Date of the item', { ...reminder, ...filled({ body_1: 'Ada', body_2: '={{ $json.at }}' }) }],
		['in the form, as a DateTime', { ...reminder, ...filled({ body_1: 'Ada', body_2: '={{ DateTime.fromJSDate($json.at) }}' }) }],
		['in the form, within a text', { ...reminder, ...filled({ body_1: 'Ada', body_2: '={{ $json.at.toISOString() }}' }) }],
		['in an auto-mapped column', { ...reminder, templateVariables: { mappingMode: 'autoMapInputData', value: {} } }],
		['in Values (JSON), as an object', { ...reminder, options: { valuesJson: '={{ ["Ada", $json.at] }}' } }],
		['in Values (JSON), as text', { ...reminder, options: { valuesJson: '=["Ada", "{{ $json.at.toISOString() }}"]' } }],
	])('is written for people %s', async (_case, parameters) => {
		const { outputs, error } = await stage.send(parameters, [{ at: AT, 1: 'Ada', 2: AT }], more);

		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(stage.simulator.sent()[0]?.text).toContain(`your appointment on ${READABLE}`);
	});

	test('is written in the language of the template', async () => {
		const valuesJson = { first_name: 'Ada', order_id: '1042', status: AT };
		await stage.send({ ...byName('order_update', 'de'), options: { valuesJson } as never }, [{}], more);

		expect(stage.simulator.sent()[0]?.text).toContain('26. November 2026 um 03:18');
	});

	test.each([
		['an invalid Date', { 1: 'Ada', 2: new Date('x') }, /is a date that does not exist/],
		['the words of an invalid DateTime', { 1: 'Ada', 2: 'on Invalid DateTime' }, /'2: .*' holds 'Invalid DateTime'/],
		['undefined within a text', { 1: 'Ada undefined', 2: 'today' }, /'1: .*' holds 'undefined'/],
		['null alone', { 1: 'null', 2: 'today' }, /'1: .*' holds 'null'/],
		['a number that lost its last digits', { 1: 2 ** 60, 2: 'today' }, /'1: .*' is a number with more digits/],
		['an object in a text', { 1: 'Dear [object Object]', 2: 'today' }, /'1: .*' holds '\[object Object\]'/],
	])('is refused as %s', async (_case, item, words) => {
		const { error } = await stage.send({ ...reminder, templateVariables: { mappingMode: 'autoMapInputData', value: {} } }, [item], more);

		expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test('lets such words through where the builder wants it', async () => {
		await stage.send({ ...reminder, ...filled({ body_1: 'Null and null', body_2: 'today' }), options: { allowFailedWords: true } });

		expect(stage.simulator.sent()[0]?.text).toContain('Hello Null and null');
	});

	test('is refused in components written by hand', async () => {
		const componentsJson = [{ type: 'body', parameters: [{ type: 'text', text: 'undefined' }, { type: 'text', text: 'today' }] }];
		const { error } = await stage.send({ ...reminder, options: { componentsJson } });

		expect(error?.message).toMatch(/'Components \(JSON\)' holds 'undefined'/);
	});
});

describe('a free-form message', () => {
	test.each([
		['a Date alone', { text: '={{ $json.at }}' }, '2026-11-26 03:18'],
		['a Date within a text', { text: '=On {{ $json.at }}.' }, 'On 2026-11-26 03:18.'],
		['a DateTime within a text', { text: '=On {{ DateTime.fromJSDate($json.at) }}.' }, 'On 2026-11-26 03:18.'],
	])('has %s written for people', async (_case, parameters, text) => {
		const { error } = await sendFreeForm(parameters, { at: AT });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.text).toBe(text);
	});

	test('has a date on a button written for people, and in its ID for machines', async () => {
		await sendFreeForm({ messageType: 'buttons', body: 'When?', buttons: { button: [{ title: '={{ $json.at }}', id: '={{ $json.at }}' }] } }, { at: AT });

		expect(stage.simulator.sent().at(-1)?.content).toMatchObject({
			action: { buttons: [{ reply: { title: '2026-11-26 03:18', id: '2026-11-26T02:18:57.979Z' } }] },
		});
	});

	test.each([
		['a text', { text: '={{ `Hello ${$json.name}, welcome` }}' }, "'Text' holds 'undefined'"],
		['an invalid date in a text', { text: '=On {{ DateTime.fromISO("x") }}' }, "'Text' holds 'Invalid DateTime'"],
		['an object in a text', { text: '=Hello {{ $json.person }}' }, "'Text' holds '[object Object]'"],
		['an expression that is none', { text: 'Hello {{ $json.name }}' }, "'Text' holds an expression that n8n did not evaluate"],
		['a caption', { messageType: 'image', media: 'https://shop.example/a.png', caption: 'null' }, "'Caption' holds 'null'"],
		['a link', { messageType: 'link', body: 'Track', linkLabel: 'Track', linkUrl: '={{ "https://shop.example/t/" + $json.order }}' }, "'Button URL' holds 'undefined'"],
		['a row', { messageType: 'list', body: 'When?', listButton: 'Choose', rows: { row: [{ title: 'Monday' }, { title: 'undefined' }] } }, "'Row Title of Row 2' holds 'undefined'"],
		['an entry from data', { messageType: 'buttons', body: 'When?', options: { entriesJson: [{ title: 'Yes' }, { title: 'null' }] } }, "'Button Title of Button 2' holds 'null'"],
		['a message in JSON', { messageType: 'json', json: { type: 'text', text: { body: 'Hi undefined' } } }, "'Message (JSON)' holds 'undefined'"],
	])('is refused for what a failed expression left in %s', async (_case, parameters, words) => {
		const { error } = await sendFreeForm(parameters, { person: { name: 'Ada' } });

		expect(error?.message).toContain(words);
		expect(error?.description).toMatch(/Allow Words of Failed Expressions/);
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		[0.1 + 0.2, '0.3'],
		[19.99, '19.99'],
		[1042, '1042'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	])('has the number %d written as %s', async (number, text) => {
		const { error } = await sendFreeForm({ text: '={{ $json.number }}' }, { number });

		expect([error, stage.simulator.sent().at(-1)?.text]).toEqual([undefined, text]);
	});

	test.each([
		[NaN, /'Text' is NaN/],
		[Infinity, /'Text' is Infinity/],
		[2 ** 60, /'Text' is a number with more digits than n8n keeps/],
	])('is refused for the number %d', async (number, words) => {
		const { error } = await sendFreeForm({ text: '={{ $json.number }}' }, { number });

		expect(error?.message).toMatch(words);
	});

	test('may hold such words where the builder wants it', async () => {
		const { error } = await sendFreeForm({ text: 'undefined', options: { allowFailedWords: true } });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.text).toBe('undefined');
	});

	test('is not refused for a header that it does not show', async () => {
		const { error } = await sendFreeForm({ messageType: 'buttons', body: 'Hi', headerType: '={{ "none" }}', headerText: 'undefined', buttons: { button: [{ title: 'Yes' }] } });

		expect(error).toBeUndefined();
	});

	test('takes null in the data of a Flow for a value', async () => {
		const flow = { messageType: 'flow', body: 'Book', flowId: '1534857690123456', flowLabel: 'Book', flowScreen: 'WELCOME', flowData: '{"name": null}' };
		const { error } = await sendFreeForm(flow);

		expect(error).toBeUndefined();
	});

	test("takes Meta's own list", async () => {
		const entriesJson = { sections: [{ title: 'Week', rows: [{ id: '1', title: 'Monday' }] }] };
		const { error } = await sendFreeForm({ messageType: 'list', body: 'When?', listButton: 'Choose', options: { entriesJson } });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.content).toMatchObject({ action: { sections: [{ title: 'Week', rows: [{ id: '1', title: 'Monday' }] }] } });
	});

	test('has as many reply buttons on each card as are given', async () => {
		const card = (index: number) => ({ media: 'https://shop.example/a.png', replies: ['Yes', 'No'].map((title) => ({ title, id: `${title} ${index}` })) });
		const parameters = { messageType: 'carousel', cardKind: 'reply', body: 'Look', options: { entriesJson: [card(1), card(2)] } };
		const { error } = await sendFreeForm(parameters);

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.content).toMatchObject({ action: { cards: [{ action: { buttons: [{}, { quick_reply: { id: 'No 1' } }] } }, {}] } });
	});

	test('has the same number of reply buttons on each card', async () => {
		const card = (...titles: string[]) => ({ media: 'https://shop.example/a.png', replies: titles.map((title) => ({ title })) });
		const parameters = { messageType: 'carousel', cardKind: 'reply', body: 'Look', options: { entriesJson: [card('Yes', 'No'), card('Yes')] } };
		const { error } = await sendFreeForm(parameters);

		expect(error?.message).toMatch(/'Cards' have different numbers of reply buttons/);
	});
});

describe('a file of the item', () => {
	const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
	const VOICE = Buffer.from(`OggS${'\0'.repeat(24)}OpusHead`, 'latin1');

	test.each([
		['image', /of the type image\/heic/],
		['document', /of the type image\/heic/],
		['video', /of the type image\/heic/],
	])('that is a HEIC is refused as %s by its name', async (messageType, words) => {
		const binary = { data: toBinary(HEIC, { mimeType: 'image/jpeg', fileName: 'photo.jpg' }) };
		const { error } = await sendFreeForm({ messageType }, { binary });

		expect(error?.message).toMatch(words);
		expect(error?.description).toMatch(/Convert it to JPEG/);
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});

	test('that is a voice note goes up under a name of its type', async () => {
		const binary = { data: toBinary(VOICE, { mimeType: 'audio/ogg', fileName: 'voice-note.mp4' }) };
		const { error } = await sendFreeForm({ messageType: 'audio', isVoice: true }, { binary });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.type).toBe('audio');
	});

	test('that has no name gets one from its field', async () => {
		const binary = { invoice: toBinary('%PDF-1.7', { fileName: undefined }) };
		const { error } = await sendFreeForm({ messageType: 'document', media: 'invoice' }, { binary });

		expect(error).toBeUndefined();
		expect(stage.simulator.sent().at(-1)?.content).toMatchObject({ filename: 'invoice.pdf' });
	});
});

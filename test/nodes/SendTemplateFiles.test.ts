import { byName, filled, openTemplateStage, toBinary, type TemplateStage } from '../support/openTemplateStage';

const SENT = 0;
const RECEIPT = {
	name: 'receipt',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Hello {{1}}, here is your receipt.' },
	],
};
const receipt = (header_media: string, body_1 = 'Ada') => ({ ...byName('receipt'), ...filled({ header_media, body_1 }) });

let stage: TemplateStage;

beforeEach(async () => {
	stage = await openTemplateStage();
	stage.simulator.putTemplate(RECEIPT);
});
afterEach(async () => await stage.close());

async function download(mediaId: unknown): Promise<string> {
	const headers = { Authorization: 'Bearer simulator-access-token' };
	const file = (await (await fetch(`${stage.simulator.url}/v25.0/${String(mediaId)}`, { headers })).json()) as { url: string };
	return await (await fetch(file.url, { headers })).text();
}

describe('the file of a header', () => {
	test('is uploaded from the item, and its name goes along', async () => {
		const { outputs, error } = await stage.send(receipt('data'), [{ binary: { data: toBinary('a receipt') } }]);

		expect(error).toBeUndefined();
		expect(outputs[SENT]?.[0]?.json.template).toMatchObject({ text: expect.stringMatching(/^\[document: order\.pdf\]/) as string });
		const [message] = stage.simulator.sent();
		const [header] = message?.content.components as Array<{ parameters: Array<{ document: { id: string; filename: string } }> }>;
		expect(header?.parameters[0]?.document.filename).toBe('order.pdf');
		expect(await download(header?.parameters[0]?.document.id)).toBe('a receipt');
	});

	test('is not uploaded when anything else is refused', async () => {
		const { error } = await stage.send(receipt('data', ' '), [{ binary: { data: toBinary('a receipt') } }]);

		expect(error?.message).toMatch(/'1: Hello …, here is your.*' is empty/);
		expect(stage.simulator.state().uploadedFiles).toBe(0);
	});

	test('that the item does not have is named, and the other items go out', async () => {
		const items = [{}, { recipient: '+12025550144', binary: { data: toBinary('a receipt') } }];
		const { outputs } = await stage.send(receipt('data'), items, { settings: { onError: 'continueRegularOutput' } });

		expect(outputs[SENT]).toHaveLength(1);
		expect(outputs[1]?.[0]?.json.error).toMatch(/no file of the item has this name: data/);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	test('is not uploaded a second time for a message that went out', async () => {
		const parameters = { ...receipt('data'), options: { sendOnceKey: 'receipt 1042' } };
		const items = [{ binary: { data: toBinary('a receipt') } }];
		await stage.send(parameters, items);
		const { outputs } = await stage.send(parameters, items);

		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: true });
		expect(stage.simulator.sent()).toHaveLength(1);
		expect(stage.simulator.state().uploadedFiles).toBe(1);
	});

	test('that Meta refuses sends nothing and blocks nothing', async () => {
		const parameters = { ...receipt('data'), options: { sendOnceKey: 'receipt 1043' } };
		const binary = { data: toBinary('a receipt', { mimeType: 'model/gltf' }) };
		const { error } = await stage.send(parameters, [{ binary }]);

		expect(error?.message).toMatch(/131053/);
		expect(stage.simulator.sent()).toEqual([]);
		const { outputs } = await stage.send(parameters, [{ binary: { data: toBinary('a receipt') } }]);
		expect(outputs[SENT]?.[0]?.json.message).toMatchObject({ alreadySent: false });
	});
});

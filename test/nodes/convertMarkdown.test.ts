import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun } from '../support/runNode';

const ADA = '+12025550143';
const MARKDOWN = '## Offer\n\nIt is **new**: [look](https://shop.example/new)';
const CONVERTED = '*Offer*\n\nIt is *new*: look (https://shop.example/new)';

let stage: Stage;
let executions = 0;

beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(ADA, 3_600_000);
});
afterEach(async () => await stage.close());

async function send(parameters: INodeParameters, { isTool = false, ...more }: Partial<NodeRun> & { isTool?: boolean } = {}) {
	executions += 1;
	const node = new SendFreeForm();
	if (isTool) node.description = { ...node.description, name: 'sendFreeFormTool' };
	const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID });
	return await runNode({ node, credential: stage.credential, executionId: `markdown ${executions}`, parameters: { text: MARKDOWN, ...parameters }, items, ...more });
}
const sentText = () => stage.simulator.sent()[0]?.text;

describe('Convert Markdown', () => {
	it('is off where nobody has chosen it', async () => {
		await send({}, { settings: { typeVersion: 2 } });
		expect(sentText()).toBe(MARKDOWN);
	});

	it('converts the text where it is chosen', async () => {
		await send({ options: { convertMarkdown: 'whatsApp' } });
		expect(sentText()).toBe(CONVERTED);
	});

	it('is on where an AI agent calls the node', async () => {
		await send({}, { isTool: true, settings: { typeVersion: 2 } });
		expect(sentText()).toBe(CONVERTED);
	});

	it('stays off there where it is turned off, and for nodes of the first version', async () => {
		await send({ options: { convertMarkdown: 'off' } }, { isTool: true, settings: { typeVersion: 2 } });
		await send({}, { isTool: true });
		expect(stage.simulator.sent().map(({ text }) => text)).toEqual([MARKDOWN, MARKDOWN]);
	});

	it('converts the body of a message with buttons', async () => {
		const buttons = { button: [{ title: 'Yes', id: 'yes' }] };
		const { error } = await send({ messageType: 'buttons', body: 'Is it **new**?', buttons, options: { convertMarkdown: 'whatsApp' } });
		expect(error).toBeUndefined();
		expect(JSON.stringify(stage.simulator.sent())).toContain('Is it *new*?');
	});

	it('converts a caption, and counts its characters afterwards', async () => {
		const caption = `**${'a'.repeat(1020)}**`;
		const { error } = await send({ messageType: 'image', media: 'https://shop.example/fern.jpg', caption, options: { convertMarkdown: 'whatsApp' } });
		expect(error?.message).toBeUndefined();
		expect(JSON.stringify(stage.simulator.sent())).toContain(`*${'a'.repeat(1020)}*`);
	});

	it('refuses what it does not know, by its name', async () => {
		const { error } = await send({ options: { convertMarkdown: 'html' } });
		expect(error?.message).toBe("'Convert Markdown' is unknown: \"html\"");
		expect(error?.description).toContain("'Off' (off)");
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('says that a text of nothing but a comment is empty', async () => {
		const { error } = await send({ text: '<!-- nothing -->', options: { convertMarkdown: 'whatsApp' } });
		expect(error?.message).toContain("'Text' is empty");
	});

	it('goes before a long text is split, and tears no link', async () => {
		const text = Array.from({ length: 90 }, (_, index) => `**Point ${index}.** It is here: [look](https://shop.example/${index}?long=${'x'.repeat(30)}).`).join('\n\n');
		const { outputs } = await send({ text, options: { convertMarkdown: 'whatsApp', splitText: true } });
		const sent = stage.simulator.sent();
		expect(sent.length).toBeGreaterThan(1);
		expect(outputs[0]?.[0]?.json.message).toMatchObject({ parts: sent.map(({ id }) => id) });
		for (const { text: part = '' } of sent) expect(part.length).toBeLessThanOrEqual(4096);
		for (let index = 0; index < 90; index += 1) {
			expect(sent.filter(({ text: part }) => part?.includes(`*Point ${index}.* It is here: look (https://shop.example/${index}?long=${'x'.repeat(30)})`))).toHaveLength(1);
		}
	});
});

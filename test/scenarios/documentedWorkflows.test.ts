import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { demoPeople } from '../../scripts/demo/demoPeople';
import { seedConversations } from '../../scripts/demo/seedConversations';
import { openScene, type Scene } from '../support/openScene';
import { toItems } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

/** What the documents tell their reader to build comes out as they say, with what they give to paste and the people of the demo. */
const root = join(__dirname, '../..');
const { justWrote: ada, wroteYesterday: ben } = demoPeople;

let scene: Scene;
let executions = 0;
beforeEach(async () => {
	scene = await openScene();
	await seedConversations(scene.simulator);
	await scene.delivered();
});
afterEach(async () => await scene.close());

/** What a page gives to paste into Edit Fields. */
function pastedFrom(page: string): IDataObject {
	const [json = ''] = /\{ "customer_phone"[^}\n]*\}/.exec(readFileSync(join(root, page), 'utf8')) ?? [];
	return JSON.parse(json) as IDataObject;
}

/** Runs a node as the panel adds it: in its newest version, with an execution of its own. */
async function run(node: SendFreeForm | SendTemplate | WhatsAppSession, item: IDataObject, parameters: object) {
	executions += 1;
	const settings = { typeVersion: node instanceof WhatsAppSession ? 1 : 2 };
	const { outputs, error } = await runNode({ node, parameters: parameters as INodeParameters, credential: scene.credential, settings, items: toItems(item), executionId: `documented ${executions}` });
	expect(error).toBeUndefined();
	return outputs.map((items) => items.map(({ json }) => json));
}

const lastSentTo = (waId: string) => scene.simulator.sent().filter((message) => message.waId === waId).at(-1);
const recipient = '={{ $json.customer_phone }}';

describe('the README', () => {
	it('has a workflow that answers who writes, without a recipient', async () => {
		scene.simulator.write({ from: ada.waId, text: 'Are you open today?' });
		await scene.delivered();
		const item = scene.trigger.executions.flat().at(-1)?.json ?? {};
		const [sent] = await run(new SendFreeForm(), item, { text: 'Until six.' });
		expect(sent).toMatchObject([{ message: { sentAs: 'freeForm' } }]);
		expect(lastSentTo(ada.waId)).toMatchObject({ type: 'text', text: 'Until six.' });
	});

	it('has a workflow for a list of one\'s own, which sends the template first and the text alone when the person has written', async () => {
		const item = pastedFrom('README.md');
		const parameters = { recipient, text: '={{ $json.news }}', whenClosed: 'template', ...byName('support_reply') };
		const [first] = await run(new SendFreeForm(), item, parameters);
		expect(first).toMatchObject([{ message: { sentAs: 'template' }, template: { text: expect.stringContaining(String(item.news)) } }]);

		scene.simulator.write({ from: ben.waId, text: 'Thank you!' });
		await scene.delivered();
		await run(new SendFreeForm(), item, parameters);
		expect(lastSentTo(ben.waId)).toMatchObject({ type: 'text', text: item.news });
	});
});

describe('the ten-minute start', () => {
	const sale = { ...byName('summer_sale'), ...filled({ body_1: '={{ $json.name }}' }), recipient };

	it('has a reminder with the fields of the list in the template', async () => {
		const item = pastedFrom('docs/start.md');
		const [sent] = await run(new SendTemplate(), item, { recipient, ...byName('appointment_reminder'), ...filled({ body_1: '={{ $json.name }}', body_2: '={{ $json.when }}' }) });
		expect(sent).toMatchObject([{ template: { text: expect.stringContaining(`${String(item.name)}, this is a reminder of your appointment on ${String(item.when)}`) } }]);
	});

	it('has a STOP that counts, without a wire for it', async () => {
		scene.simulator.write({ from: ada.waId, text: 'STOP' });
		await scene.delivered();
		const [sent, notSent] = await run(new SendTemplate(), { ...pastedFrom('docs/start.md'), customer_phone: `+${ada.waId}` }, sale);
		expect(sent).toEqual([]);
		expect(notSent).toMatchObject([{ notSent: { reason: 'optedOut', since: expect.any(String), evidence: expect.stringMatching(/^wamid\./) } }]);
	});

	it('has marketing that nobody gets without an opt-in, and everybody with one', async () => {
		const item = pastedFrom('docs/start.md');
		const [, notSent] = await run(new SendTemplate(), item, sale);
		expect(notSent).toMatchObject([{ notSent: { reason: 'noOptIn' } }]);
		await run(new WhatsAppSession(), item, { resource: 'consent', operation: 'optIn', recipient });
		const [sent] = await run(new SendTemplate(), item, sale);
		expect(sent).toMatchObject([{ message: { sentAs: 'template' } }]);
	});
});

import { randomUUID } from 'node:crypto';

import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { N8nExecution } from '../../scripts/n8n/N8nExecution';
import { templateCorpus } from '../fixtures/templates/corpus';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const SEND_TEMPLATE = 'n8n-nodes-whatsapp-session.sendTemplate';
const ADA = '+12025550143';

/** Templates as a shop has them, one for each way of filling in that needs more than text. */
const shopTemplates = [
	{
		name: 'order_receipt',
		parameter_format: 'NAMED' as const,
		components: [
			{ type: 'HEADER', format: 'DOCUMENT' },
			{ type: 'BODY', text: 'Hello {{first_name}}, here is the receipt for order {{order_id}}.' },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example/track/{{1}}' }] },
		],
	},
	...['coupon_case', 'carousel_case', 'code'].map((name) => {
		const found = templateCorpus.find(({ template }) => template.name === name);
		if (!found) throw new Error(`There is no template '${name}' in the corpus.`);
		return found.template;
	}),
];

describe('templates in a real n8n', () => {
	let stage: Stage;
	let url: string;
	let workflowId: string;
	let runs = 0;

	beforeAll(async () => {
		stage = await startStage();
		for (const template of shopTemplates) stage.simulator.putTemplate(template);
		({ url, workflowId } = await publishShop());
	});
	afterAll(async () => await stage?.close());

	/** A shop calls; the workflow makes a file of the text that comes along, and sends the template that the shop names. */
	async function publishShop(): Promise<{ url: string; workflowId: string }> {
		const path = randomUUID();
		const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
			id: name,
			name,
			type,
			typeVersion,
			position: [0, 0] as [number, number],
			parameters: parameters as Record<string, unknown>,
			...(type.endsWith('.webhook') && { webhookId: path }),
		});
		const call = "$('Shop').item.json.body";
		const { id } = await stage.publish({
			name: 'Shop',
			nodes: [
				node('Shop', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }),
				node('File', 'n8n-nodes-base.convertToFile', 1.1, {
					operation: 'toText',
					sourceProperty: 'body.content',
					options: { fileName: 'receipt.txt' },
				}),
				node('Send', SEND_TEMPLATE, 1, {
					recipient: `={{ ${call}.recipient }}`,
					templateFrom: 'name',
					templateName: `={{ ${call}.template }}`,
					templateLanguage: 'en_US',
					options: { valuesJson: `={{ ${call}.values }}` },
				}),
			],
			connections: {
				Shop: { main: [[{ node: 'File', type: 'main', index: 0 }]] },
				File: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
			},
		});
		return { url: `${stage.n8n.url}/webhook/${path}`, workflowId: id };
	}

	async function order(template: string, values: object, recipient = ADA): Promise<N8nExecution> {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify({ recipient, template, values, content: 'Thank you for your order.' }),
		});
		expect(answer.status).toBe(200);
		runs += 1;
		return (await stage.client.waitForExecutions(workflowId, runs))[runs - 1] as N8nExecution;
	}

	test('an order confirmation goes out with a file of the item in its header', async () => {
		const values = { header_media: 'data', first_name: 'Ada', order_id: 1042, button_1_suffix: 'JD0001' };
		const execution = await order('order_receipt', values);

		const text =
			'[document: receipt.txt]\n\nHello Ada, here is the receipt for order 1042.\n\n[Track: https://shop.example/track/JD0001]';
		expect(itemsOf(execution, 'Send')).toMatchObject([{ template: { name: 'order_receipt', text } }]);
		const message = stage.simulator.sent().at(-1);
		expect(message).toMatchObject({ text, template: { name: 'order_receipt' } });
		const [header] = message?.content.components as Array<{ parameters: Array<{ document: { id: string } }> }>;
		const headers = { Authorization: 'Bearer simulator-access-token' };
		const path = `${stage.simulator.url}/v25.0/${String(header?.parameters[0]?.document.id)}`;
		const file = (await (await fetch(path, { headers })).json()) as { url: string; mime_type: string };
		expect(file.mime_type).toBe('text/plain');
		expect(await (await fetch(file.url, { headers })).text()).toBe('Thank you for your order.');
	});

	test.each([
		['a coupon', 'coupon_case'],
		['a carousel', 'carousel_case'],
		['a one-time code', 'code'],
	])('%s goes out, and reads as the node says', async (_case, name) => {
		const each = templateCorpus.find(({ template }) => template.name === name);
		const execution = await order(name, each?.values ?? {});

		expect(itemsOf(execution, 'Send')).toMatchObject([{ template: { text: each?.text } }]);
		expect(stage.simulator.sent().at(-1)).toMatchObject({ text: each?.text, template: { name } });
	});

	test('an invoice goes out with its items as rows of the form', async () => {
		stage.simulator.putTemplate({
			name: 'invoice',
			components: [
				{ type: 'BODY', text: 'Here is your invoice.' },
				{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and Pay' }] },
			],
		});
		const rows = [{ name: '={{ $json.message.text }}', amount: '12.50', more: { saleAmount: '9.99' } }, { name: 'Pot', amount: 3, quantity: 2 }];
		const values = { button_1_reference: 'order-1042', button_1_payment: 'payu', button_1_payment_code: 'my-shop' };
		const workflow = await stage.publish(
			triggerWorkflow(
				'Invoice',
				{},
				{
					type: 'sendTemplate',
					parameters: {
						templateFrom: 'name',
						templateName: 'invoice',
						templateLanguage: 'en_US',
						options: { valuesJson: JSON.stringify(values), orderItems: { item: rows } },
					},
				},
			),
		);
		await stage.connect(workflow);
		stage.simulator.write({ from: ADA.slice(1), text: 'Fern' });
		const [execution] = await stage.client.waitForExecutions(workflow.id, 1);

		expect(itemsOf(execution!, 'Answer')).toMatchObject([{ template: { name: 'invoice' } }]);
		const [button] = stage.simulator.sent().at(-1)?.content.components as Array<{ parameters: Array<{ action: { order_details: object } }> }>;
		expect(button?.parameters[0]?.action.order_details).toMatchObject({
			order: {
				items: [
					{ name: 'Fern', amount: { value: 1250 }, sale_amount: { value: 999 }, quantity: 1 },
					{ name: 'Pot', amount: { value: 300 }, quantity: 2 },
				],
			},
			total_amount: { value: 1599, offset: 100 },
		});
		await stage.client.unpublish(workflow.id);
	});

	test('a paused template is refused before any request', async () => {
		const before = stage.simulator.sent().length;
		const execution = await order('paused_offer', {});

		expect(execution.status).toBe('error');
		expect(execution.data?.resultData.error?.message).toMatch(/it is paused, because people reported or blocked it/);
		expect(stage.simulator.sent()).toHaveLength(before);
	});

	describe('the list in the editor', () => {
		type Page = { results: Array<{ name: string; value: string }>; paginationToken?: string };
		const list = async (options: object, more: object = {}) =>
			await stage.client.rest<Page>('POST', '/dynamic-node-parameters/resource-locator-results', {
				path: 'parameters.template',
				nodeTypeAndVersion: { name: SEND_TEMPLATE, version: 1 },
				currentNodeParameters: { templateFrom: 'list', options },
				credentials: { whatsAppSessionApi: stage.credential },
				methodName: 'searchTemplates',
				...more,
			});

		test('shows what can be sent, and on request the rest and why not', async () => {
			const names = async (options: object) => (await list(options)).results.map(({ name }) => name);

			expect(await names({})).not.toContainEqual(expect.stringContaining('paused_offer'));
			expect(await names({ showUnsendable: true })).toContain(
				'paused_offer (en_US) · Marketing · Red · cannot be sent: it is paused, because people reported or blocked it (its state is PAUSED)',
			);
		});

		test('comes in pages, and every template is on one of them', async () => {
			const many = Array.from({ length: 230 }, (_, index) => `many_${String(index).padStart(3, '0')}`);
			for (const name of many) stage.simulator.putTemplate({ name, components: [{ type: 'BODY', text: 'Hello.' }] });
			const credential = await stage.addCredential('Another base URL', { graphApiBaseUrl: `${stage.simulator.url}/` });
			const found: string[] = [];
			let paginationToken: string | undefined;
			do {
				const page = await list({}, { filter: 'many_', paginationToken, credentials: { whatsAppSessionApi: credential } });
				found.push(...page.results.map(({ name }) => name.split(' ')[0] ?? ''));
				({ paginationToken } = page);
			} while (paginationToken !== undefined);

			expect(found).toEqual(many);
		});
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { startGraphProxy } from '../support/startGraphProxy';

const ADA = '12025550143';

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

async function run(operation: string, items: object[], more: object = {}) {
	const parameters = { resource: 'message', operation } as INodeParameters;
	return await runNode({ node: new WhatsAppSession(), credential: stage.credential, parameters, items: toItems(...(items as never[])), ...more });
}

const isRead = (messageId: string) => stage.simulator.conversation(ADA).find(({ id }) => id === messageId)?.isReadByBusiness;

describe('WhatsApp Session, resource Message', () => {
	test.each([
		['markAsRead', undefined],
		['showTyping', { type: 'text' }],
	])('%s shows the person that the message was read', async (operation, typing) => {
		const proxy = await startGraphProxy(stage.simulator.url);
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
		const { outputs, error } = await run(operation, [{ phoneNumberId: PHONE_NUMBER_ID, message: { id }, order: 7 }], { credential });
		await proxy.close();

		expect(error).toBeUndefined();
		expect(isRead(id)).toBe(true);
		expect(outputs[0]).toMatchObject([
			{ json: { order: 7, marked: { messageId: id, asRead: true, showsTyping: typing !== undefined } }, pairedItem: { item: 0 } },
		]);
		const body = JSON.parse(proxy.requests.at(-1)?.body ?? '{}') as object;
		expect(body).toMatchObject({ messaging_product: 'whatsapp', status: 'read', message_id: id });
		expect((body as { typing_indicator?: unknown }).typing_indicator).toEqual(typing);
	});

	test('takes the only number of the account where the item names none', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		await run('markAsRead', [{ message: { id } }]);

		expect(isRead(id)).toBe(true);
	});

	test("takes the message of n8n's own trigger, and nothing where an expression gives nothing", async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		const item = { metadata: { phone_number_id: PHONE_NUMBER_ID }, messages: [{ id, from: ADA.slice(1) }] };
		const { error } = await run('markAsRead', [item], { parameters: { resource: 'message', operation: 'markAsRead', messageId: '={{ $json.none }}' } });
		expect(error?.message).toMatch(/'Message ID' is empty/);
		expect(isRead(id)).not.toBe(true);
		await run('markAsRead', [item]);
		expect(isRead(id)).toBe(true);
	});

	test.each([
		['no message', {}, /'Message ID' is empty/],
		['something that is no message', { message: { id: '42' } }, /'Message ID' is not the ID of a WhatsApp message: 42/],
		['a message that never came in', { message: { id: 'wamid.UNKNOWN' } }, /131009/],
	])('refuses %s, and marks the others', async (_case, item, words) => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello' });
		const items = [{ phoneNumberId: PHONE_NUMBER_ID, ...item }, { phoneNumberId: PHONE_NUMBER_ID, message: { id } }];
		const { outputs } = await run('markAsRead', items, { settings: { onError: 'continueRegularOutput' } });

		expect(outputs[0]?.[0]?.json.error).toMatch(words);
		expect(isRead(id)).toBe(true);
	});

	test('fails every item where the credential is broken', async () => {
		const credential = { ...stage.credential, businessAccountId: '' };
		const { outputs } = await run('markAsRead', [{}, {}, {}], { credential, settings: { onError: 'continueRegularOutput' } });

		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(outputs[0]?.[2]?.json.error).toContain("'Business Account ID'");
	});

	test('does not say that a message was marked when Meta does not say so', async () => {
		const proxy = await startGraphProxy(stage.simulator.url);
		proxy.interfere = ({ path }) => (path.endsWith('/messages') ? { answer: { success: false } } : undefined);
		const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
		const { error } = await run('markAsRead', [{ phoneNumberId: PHONE_NUMBER_ID, message: { id: 'wamid.HBgL' } }], { credential });
		await proxy.close();

		expect(error?.message).toContain('could not be read');
	});
});

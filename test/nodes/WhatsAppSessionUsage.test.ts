import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { setDate } from '../support/setDate';
import { toWebhookRecord } from '../store/toWebhookRecord';

const AT_MS = Date.UTC(2026, 10, 12, 10);
const RATES = [{ category: 'service', currency: 'EUR', rate: '0.0068' }, { category: 'marketing', currency: 'EUR', rate: '0.1131' }];

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	setDate(AT_MS + 3_600_000);
});
afterEach(async () => {
	jest.useRealTimers();
	await stage.close();
});

async function delivered(messageId: string, price?: { category: string; type: string; isBillable: boolean }, atMs = AT_MS) {
	const of = { messageId, phoneNumberId: PHONE_NUMBER_ID, user: {}, errorCodes: [], price, atMs };
	await stage.store.recordWebhook(toWebhookRecord({ deliveryId: messageId, statuses: [{ ...of, status: 'sent' }, { ...of, status: 'delivered' }] }));
}

async function get(parameters: INodeParameters = {}, binary?: IBinaryKeyData) {
	const items = toItems({}).map((item) => ({ ...item, ...(binary && { binary }) }));
	const { outputs, error } = await runNode({ node: new WhatsAppSession(), credential: stage.credential, parameters: { resource: 'usage', operation: 'get', ...parameters }, items });
	const jsons = (outputs[0] ?? []).map(({ json }) => json);
	return { error, jsons, usage: jsons.find(({ phoneNumberId }) => phoneNumberId === PHONE_NUMBER_ID)?.usage as IDataObject };
}

const FREE = { category: 'service', type: 'free_customer_service', isBillable: false };
const PAID = { category: 'service', type: 'regular', isBillable: true };
const MARKETING = { category: 'marketing', type: 'regular', isBillable: true };

describe('Usage > Get', () => {
	it('counts the messages of this month by category, and what they cost by the rates', async () => {
		await delivered('wamid.1', FREE);
		await delivered('wamid.2', PAID);
		await delivered('wamid.3', MARKETING);
		await delivered('wamid.4', MARKETING);
		await delivered('wamid.5', MARKETING, Date.UTC(2026, 9, 1));
		const { error, usage } = await get({ options: { rateTable: JSON.stringify(RATES), timeZone: 'Europe/Berlin' } });
		expect(error).toBeUndefined();
		expect(usage).toEqual({
			...{ month: '2026-11', timeZone: 'Europe/Berlin', phoneNumber: expect.stringContaining('+'), sent: 4, delivered: 4, free: 1, charged: 3, unpriced: 0 },
			...{ freeUsed: 1, freeLeft: 999, amount: '0.233', currency: 'EUR', missingRates: [] },
			categories: [
				{ category: 'marketing', sent: 2, delivered: 2, free: 0, charged: 2, unpriced: 0, amount: '0.2262' },
				{ category: 'service', sent: 2, delivered: 2, free: 1, charged: 1, unpriced: 0, amount: '0.0068' },
			],
		});
	});

	it('gives every number of the account, one without a message too, and no amount without rates', async () => {
		const { jsons, usage } = await get({ month: 'last month' });
		expect(jsons.length).toBeGreaterThanOrEqual(1);
		expect(usage).toMatchObject({ month: '2026-10', sent: 0, delivered: 0, freeLeft: 1_000, amount: null, currency: null, categories: [] });
	});

	it('takes the rates from a file of the item', async () => {
		await delivered('wamid.1', PAID);
		const data = Buffer.from('category;currency;rate\nservice;EUR;0.0068\n').toString('base64');
		const { usage } = await get({ options: { rateFile: 'rates' } }, { rates: { data, mimeType: 'text/csv', fileName: 'rates.csv' } });
		expect(usage).toMatchObject({ amount: '0.0068', currency: 'EUR' });
	});

	it('names a category that costs and has no rate, and gives no amount', async () => {
		await delivered('wamid.1', MARKETING);
		const { usage } = await get({ options: { rateTable: JSON.stringify(RATES.slice(0, 1)) } });
		expect(usage).toMatchObject({ amount: null, currency: 'EUR', missingRates: ['marketing'] });
	});

	it('counts what the statuses of a webhook say', async () => {
		await delivered('wamid.1');
		expect((await get()).usage).toMatchObject({ delivered: 1, unpriced: 1, charged: 0 });
	});

	it.each([
		[{ month: '2026-13' }, "'Month' is no month"],
		[{ month: '2027-01' }, "'Month' lies ahead"],
		[{ options: { timeZone: 'Berlin/Europe' } }, "'Time Zone' is no time zone"],
		[{ options: { rateTable: '[{ "category": "service", "rate": 1 }]' } }, "'Rate Table' has no currency in row 1"],
		[{ options: { rateFile: 'rates' } }, "no file in the field 'rates'"],
	])('refuses %j', async (parameters, sentence) => {
		expect((await get(parameters as INodeParameters)).error?.message).toContain(sentence);
	});
});

import { PHONE_NUMBER_ID } from '../support/openStage';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { publishCall, type PublishedCall } from './publishCall';
import { startStage, type Stage } from './startStage';
import { triggerWorkflow } from './triggerWorkflow';

const ADA = '12025550181';
const RATES = '[{ "category": "marketing", "currency": "EUR", "rate": "0.1131" }, { "category": "utility", "currency": "EUR", "rate": "0.05" }]';

describe('what messages cost, in a real n8n', () => {
	let stage: Stage;
	let send: PublishedCall;
	let usage: PublishedCall;

	beforeAll(async () => {
		stage = await startStage();
		await stage.connect(await stage.publish(triggerWorkflow('Support', { events: ['message'] })));
		const template = { templateFrom: 'name', templateName: 'support_reply', templateLanguage: 'en_US' };
		send = await publishCall(stage, 'sendFreeForm', { text: 'Hello', whenClosed: 'template', ...template });
		usage = await publishCall(stage, 'whatsAppSession', { resource: 'usage', operation: 'get', options: { rateTable: RATES, timeZone: 'Europe/Berlin' } });
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
	});
	afterAll(async () => await stage?.close());

	const figures = async () => {
		const { outputs } = await usage('');
		return (outputs[0] ?? []).find(({ phoneNumberId }) => phoneNumberId === PHONE_NUMBER_ID)?.usage as Record<string, unknown>;
	};

	test('is counted from the statuses of what was sent: a template that costs, and answers that are among the free ones', async () => {
		await send(`+${ADA}`);
		stage.simulator.write({ from: ADA, text: 'Yes?' });
		await waitUntil(async () => (await send(`+${ADA}`)).outputs[0]?.some(({ message }) => (message as { sentAs: string }).sentAs === 'freeForm'), { what: 'the window to open' });
		const answers = stage.simulator.sent().filter(({ type }) => type === 'text').length;
		const counted = await waitUntil(
			async () => {
				const now = await figures();
				return now.delivered === stage.simulator.sent().length && now;
			},
			{ what: 'all statuses to be counted' },
		);
		const templates = stage.simulator.sent().length - answers;
		expect(counted).toMatchObject({ timeZone: 'Europe/Berlin', free: answers, charged: templates, unpriced: 0, freeUsed: answers, freeLeft: 1_000 - answers, currency: 'EUR' });
		expect(counted.categories).toMatchObject([{ category: 'service', free: answers, amount: '0' }, { category: 'utility', charged: templates }]);
		expect(counted.amount).toBe(String(0.05 * templates));
		expect(templates).toBeGreaterThan(0);
	});
});

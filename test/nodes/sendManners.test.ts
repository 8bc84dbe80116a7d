import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';
import { startGraphProxy, type GraphProxy } from '../support/startGraphProxy';

const ADA = '+12025550143';

let stage: Stage;
let proxy: GraphProxy;
beforeEach(async () => {
	stage = await openStage();
	proxy = await startGraphProxy(stage.simulator.url);
	await stage.wrote(ADA, 60_000);
});
afterEach(async () => {
	await proxy.close();
	await stage.close();
});

async function answer(options: object, message?: object) {
	const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...(message && { message }) } as never);
	const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
	const parameters = { text: 'Hello', options } as unknown as INodeParameters;
	return await runNode({ node: new SendFreeForm(), credential, parameters, items });
}

const bodies = () => proxy.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('before an answer', () => {
	test('the message is marked as read, and then the answer goes out', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello?' });
		await answer({ markAsRead: true }, { id });

		expect(bodies()).toMatchObject([{ status: 'read', message_id: id }, { type: 'text' }]);
		expect(bodies()[0]).not.toHaveProperty('typing_indicator');
	});

	test('typing is shown', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello?' });
		await answer({ typingSeconds: 0.01 }, { id });

		expect(bodies()).toMatchObject([{ status: 'read', typing_indicator: { type: 'text' } }, { type: 'text' }]);
	});

	test.each([
		['without a message to mark', undefined],
		['where Meta does not know the message', { id: 'wamid.UNKNOWN' }],
		['where the message is of another kind', { id: 7 }],
	])('the answer goes out all the same %s', async (_case, message) => {
		const { outputs, error } = await answer({ markAsRead: true }, message);

		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});

	test('the window is judged again after typing', async () => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello?' });
		const user = { waId: ADA.slice(1) };
		proxy.interfere = async ({ body }) => {
			if (!body.includes('typing_indicator')) return undefined;
			await stage.store.recordEvidence([{ kind: 'refusal', phoneNumberId: PHONE_NUMBER_ID, user, atMs: Date.now() }]);
			return undefined;
		};
		const { outputs } = await answer({ typingSeconds: 0.01 }, { id });

		expect(outputs[1]?.[0]?.json.session).toMatchObject({ reason: 'closedByPlatform' });
		expect(stage.simulator.sent()).toEqual([]);
	});

	test.each([
		['true', 2],
		['FALSE', 1],
		['', 1],
	])('the text %j is understood where yes or no is asked', async (markAsRead, requests) => {
		const { id } = stage.simulator.write({ from: ADA, text: 'Hello?' });
		await answer({ markAsRead }, { id });

		expect(bodies()).toHaveLength(requests);
	});

	test.each([26, -1, 'long'])('%j seconds of typing are refused', async (typingSeconds) => {
		const { error } = await answer({ typingSeconds }, { id: 'wamid.A' });

		expect(error?.message).toMatch(/'Show Typing \(Seconds\)' is not a number from 0 to 25/);
		expect(stage.simulator.sent()).toEqual([]);
	});
});

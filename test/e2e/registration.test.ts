import { callbackUrl } from '../../scripts/demo/callbackUrl';
import { itemsOf } from '../../scripts/n8n/itemsOf';
import type { StoredN8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { toWebhook } from '../support/toWebhook';
import { startStage, type Stage } from './startStage';
import { TRIGGER_NAME, triggerWorkflow } from './triggerWorkflow';

const NORTH = '106540352242922';
const SOUTH = '106540352242923';
const ELSEWHERE = 'https://chat.example.com/whatsapp';

describe('triggers that register themselves at Meta', () => {
	let stage: Stage;
	let north: StoredN8nWorkflow;
	let south: StoredN8nWorkflow;

	beforeAll(async () => {
		stage = await startStage({
			simulator: {
				isAppSubscribed: false,
				phoneNumbers: [
					{ id: NORTH, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'North' },
					{ id: SOUTH, displayPhoneNumber: '+1 555 010 0002', verifiedName: 'South' },
				],
			},
		});
	});
	afterAll(async () => await stage?.close());

	const onNumber = (name: string, phoneNumberId: string, parameters: Record<string, unknown> = {}) =>
		triggerWorkflow(name, {
			registrationLevel: 'phoneNumber',
			registrationPhoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId },
			...parameters,
		});

	const callbacksOf = async (phoneNumberId: string) => {
		const address = `${stage.simulator.url}/v25.0/${phoneNumberId}?fields=webhook_configuration`;
		const answer = await fetch(address, { headers: { Authorization: 'Bearer simulator-access-token' } });
		return ((await answer.json()) as { webhook_configuration: Record<string, string> }).webhook_configuration;
	};

	const publicationError = async (...published: Parameters<Stage['publish']>): Promise<string> =>
		await stage.publish(...published).then(
			() => 'was published',
			(error: Error) => error.message,
		);

	const texts = async (workflow: StoredN8nWorkflow, count: number) => {
		const executions = await stage.client.waitForExecutions(workflow.id, count);
		return executions.flatMap((execution) =>
			itemsOf(execution, TRIGGER_NAME).map((item) => (item.message as { text: string }).text),
		);
	};

	test('two of them on two numbers of one app are both registered, and each hears its own number', async () => {
		north = await stage.publish(onNumber('North', NORTH));
		south = await stage.publish(onNumber('South', SOUTH));
		expect((await callbacksOf(NORTH)).phone_number).toBe(callbackUrl(stage.n8n.url, north));
		expect((await callbacksOf(SOUTH)).phone_number).toBe(callbackUrl(stage.n8n.url, south));

		stage.simulator.write({ from: '12025550171', phoneNumberId: NORTH, text: 'To the north' });
		stage.simulator.write({ from: '12025550171', phoneNumberId: SOUTH, text: 'To the south' });
		expect(await texts(north, 1)).toEqual(['To the north']);
		expect(await texts(south, 1)).toEqual(['To the south']);
	});

	test('an edit of one takes it down and puts it up again without a change at Meta', async () => {
		const before = await callbacksOf(SOUTH);
		const nodes = south.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, options: { includeOriginal: true } },
		}));
		await stage.client.updateWorkflow(south.id, { ...south, nodes });
		await stage.client.publish(south.id);
		expect(await callbacksOf(SOUTH)).toEqual(before);
	});

	test('unpublishing one leaves the override of the other, which gets the callback of the app', async () => {
		await stage.client.unpublish(north.id);
		expect((await callbacksOf(NORTH)).phone_number).toBe(callbackUrl(stage.n8n.url, north));
		await waitUntil(async () => (await callbacksOf(NORTH)).application === callbackUrl(stage.n8n.url, south), {
			what: 'the removal, half a minute later',
			timeoutMs: 60_000,
		});
		expect((await callbacksOf(NORTH)).phone_number).toBeUndefined();
		expect((await callbacksOf(SOUTH)).phone_number).toBe(callbackUrl(stage.n8n.url, south));
		stage.simulator.write({ from: '12025550172', phoneNumberId: SOUTH, text: 'Still there?' });
		expect(await texts(south, 2)).toEqual(['To the south', 'Still there?']);
	});

	test('one that meets the address of somebody else is refused with its URL and the switch, until the switch is on', async () => {
		await stage.simulator.subscribe({ callbackUrl: ELSEWHERE, verify: false });
		const refused = await publicationError(triggerWorkflow('Second system'));
		expect(refused).toContain(ELSEWHERE);
		expect(refused).toContain('Replace Another Callback');
		expect((await callbacksOf(NORTH)).application).toBe(ELSEWHERE);

		const replacing = await stage.publish(triggerWorkflow('Takes over', { replaceCallback: true }));
		expect((await callbacksOf(NORTH)).application).toBe(callbackUrl(stage.n8n.url, replacing));
		await stage.client.unpublish(replacing.id);
	});

	test('a wrong app secret is told at publishing, in the words of the credential', async () => {
		const credential = await stage.addCredential('With a wrong secret', { appSecret: 'another secret' });
		const refused = await publicationError(onNumber('Wrong secret', NORTH), credential);
		expect(refused).toContain('App Secret');
	});

	test('a webhook that is signed with another secret is answered 401, with the reason in the log of n8n and at Meta', async () => {
		const delivery = stage.simulator.deliverWebhook({
			body: { ...toWebhook({ metadata: { phone_number_id: SOUTH }, messages: [] }) },
			signing: 'wrong',
		});
		await waitUntil(async () => delivery.attempts.length > 0, { what: 'the first try' });
		expect(delivery.attempts[0]?.httpStatus).toBe(401);
		expect(JSON.stringify(delivery.attempts[0])).toContain('does not match the app secret');
		await waitUntil(async () => stage.n8n.logs.some((line) => line.includes('does not match the app secret')), {
			what: 'the reason in the log of n8n',
		});
	});
});

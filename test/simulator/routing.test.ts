import { ADA, NUMBER_ID, openStage } from './openStage';
import type { Stage } from './openStage';

const TEXT = { messaging_product: 'whatsapp', to: ADA, type: 'text', text: { body: 'Hello' } };

describe('conversation routing in the simulator', () => {
	let stage: Stage;
	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	const changes = async () => {
		await stage.simulator.idle();
		return stage.receiver.received.flatMap(({ json }) => json.entry.flatMap((entry) => entry.changes));
	};
	const post = async (path: string, body: object) => {
		const response = await fetch(`${stage.simulator.url}/v25.0/${NUMBER_ID}/${path}`, {
			method: 'POST',
			headers: { authorization: 'Bearer simulator-access-token', 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return (await response.json()) as { request_id?: string; messages?: unknown[]; error?: { code: number } };
	};
	const control = async (action: string, more: object = {}) => await post('thread_control', { messaging_product: 'whatsapp', action, to: ADA, ...more });

	it('lets the app hear on standby what another responder is to answer, and opens the window all the same', async () => {
		stage.simulator.moveThread({ with: ADA, owner: 'responder' });
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect((await changes()).map(({ field }) => field)).toEqual(['messaging_handovers', 'standby']);
		expect((await changes())[1]?.value).toMatchObject({ metadata: { phone_number_id: NUMBER_ID }, standby: { messages: [{ from: ADA, text: { body: 'Hello' } }] } });
		expect(stage.simulator.state().windows.some(({ waId, isOpen }) => waId === ADA && isOpen)).toBe(true);
	});

	it('refuses free-form messages of an app that does not own the conversation', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		expect((await post('messages', TEXT)).messages).toHaveLength(1);
		stage.simulator.moveThread({ with: ADA, owner: 'responder' });
		expect((await post('messages', TEXT)).error?.code).toBe(131070);
		stage.simulator.moveThread({ with: ADA, owner: 'app', metadata: 'Over to you' });
		expect((await post('messages', TEXT)).messages).toHaveLength(1);
		expect((await changes()).filter(({ field }) => field === 'messaging_handovers').map(({ value }) => value)).toMatchObject([
			{ control_taken: { previous_owner_role: 'customer_service' }, sender: { phone_number: ADA } },
			{ control_passed: { new_owner_role: 'customer_service', metadata: 'Over to you' }, recipient: { phone_number_id: NUMBER_ID } },
		]);
	});

	it('lets the escalation partner take a conversation, by a call or by sending, and nobody else', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		stage.simulator.moveThread({ with: ADA, owner: 'responder' });
		expect((await control('take')).error?.code).toBe(2494191);
		stage.simulator.moveThread({ with: ADA, owner: 'responder', appRole: 'escalation' });
		expect((await control('take')).request_id).toEqual(expect.any(String));
		stage.simulator.moveThread({ with: ADA, owner: 'responder' });
		expect((await post('messages', TEXT)).messages).toHaveLength(1);
	});

	it('passes and releases what the app may have, to roles that there are', async () => {
		expect((await control('pass', { control_pass: { target_role: 'boss' } })).error?.code).toBe(100);
		expect((await control('pass', { control_pass: { target_role: 'ai_agent' } })).request_id).toEqual(expect.any(String));
		expect((await control('release')).error?.code).toBe(131070);
		stage.simulator.moveThread({ with: ADA, owner: 'app' });
		expect((await control('release')).request_id).toEqual(expect.any(String));
		expect((await control('pass')).request_id).toEqual(expect.any(String));
		expect((await control('dance')).error?.code).toBe(100);
	});
});

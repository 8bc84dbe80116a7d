import { publishCall, type PublishedCall } from './publishCall';
import { startStage, type Stage } from './startStage';

const ADA = '12025550181';
const TEXT = 'Your order 1042 is shipped.';

/** A person who has never written, so that the window is closed. */
describe('a message without a template, in a real n8n', () => {
	let stage: Stage;
	let send: PublishedCall;

	beforeAll(async () => {
		stage = await startStage();
		send = await publishCall(stage, 'sendFreeForm', { text: TEXT, whenClosed: 'directSend' });
		stage.simulator.putPerson({ waId: ADA, name: 'Ada' });
	});
	afterAll(async () => await stage?.close());

	test('reaches somebody outside the window as a utility message, where the account has Direct Send', async () => {
		stage.simulator.setSettings({ directSend: 'on' });
		const { outputs } = await send(`+${ADA}`);
		expect(outputs).toMatchObject([[{ session: { isOpen: false }, message: { sentAs: 'directSend', alreadySent: false } }], []]);
		await stage.simulator.idle();
		expect(stage.simulator.sent()).toMatchObject([{ waId: ADA, type: 'text', text: TEXT, sentAs: 'directSend', pricing: { category: 'utility' } }]);
	});

	test('sends nothing where it has not, and says on Window Closed what to do', async () => {
		stage.simulator.setSettings({ directSend: 'off' });
		const { execution, outputs } = await send(`+${ADA}`);
		expect(execution.status).toBe('success');
		expect(outputs).toMatchObject([
			[],
			[
				{
					session: { isOpen: false, nextStep: 'template' },
					notSent: {
						reason: 'directSendRefused',
						message: expect.stringContaining('Meta has not enabled Direct Send for this account'),
						advice: expect.stringMatching(/^Send an approved template instead/),
					},
				},
			],
		]);
		const [, ...others] = stage.simulator.sent();
		expect(others).toMatchObject([{ status: 'refused', error: { code: 100 } }]);
	});
});

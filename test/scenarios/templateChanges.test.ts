import { openScene, type Scene } from '../support/openScene';
import { PHONE_NUMBER_ID } from '../support/openStage';

const ADA = { recipient: '+12025550143', phoneNumberId: PHONE_NUMBER_ID };
const HELLO = { templateFrom: 'name', templateName: 'hello_world', templateLanguage: 'en_US' };

describe('a template that changes between two sends', () => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await openScene();
		expect(await scene.sendTemplate(ADA, HELLO)).toMatchObject({ output: 'Sent' });
	});
	afterEach(async () => await scene.close());

	test.each([
		['PAUSED', /it is paused, because people reported or blocked it \(its state is PAUSED\)/],
		['DISABLED', /it is disabled for good/],
		['REJECTED', /Meta's review refused it/],
	])('to %s is refused before any request, once the trigger has heard of it', async (status, words) => {
		scene.simulator.setTemplateStatus('hello_world', 'en_US', status);
		await scene.delivered();

		expect((await scene.sendTemplate(ADA, HELLO)).error).toMatch(words);
		expect(scene.simulator.sent()).toHaveLength(1);
	});

	test('and changes back is sent again', async () => {
		scene.simulator.setTemplateStatus('hello_world', 'en_US', 'PAUSED');
		scene.simulator.setTemplateStatus('hello_world', 'en_US', 'APPROVED');
		await scene.delivered();

		expect(await scene.sendTemplate(ADA, HELLO)).toMatchObject({ output: 'Sent' });
	});

	test('into another category asks for the consent of that one', async () => {
		const { simulator, store } = scene;
		await store.recordConsent([
			{ businessAccountId: '102290129340398', user: { waId: '12025550143' }, kind: 'marketing', state: 'optedOut', atMs: 1, source: 'test', evidence: '' },
		]);
		simulator.setTemplateCategory({ name: 'hello_world', language: 'en_US', category: 'MARKETING' });
		await scene.delivered();

		const { output, json } = await scene.sendTemplate(ADA, HELLO);
		expect(output).toBe('Not Sent');
		expect(json).toMatchObject({ template: { category: 'MARKETING' }, notSent: { reason: 'optedOut' } });
	});

	test('without a word from Meta is found out by the refusal, and refused here from then on', async () => {
		const { simulator } = scene;
		simulator.setDelivery({ paused: true });
		simulator.setTemplateStatus('hello_world', 'en_US', 'PAUSED');

		expect((await scene.sendTemplate(ADA, HELLO)).error).toMatch(/132015/);
		expect((await scene.sendTemplate(ADA, HELLO)).error).toMatch(/it is paused/);
		expect(simulator.sent()).toHaveLength(2);
	});
});

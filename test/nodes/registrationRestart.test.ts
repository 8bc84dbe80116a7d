import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { createHookContext, type HookRun } from '../support/createHookContext';

const node = new WhatsAppSessionTrigger();
const contextOf = (more: Partial<HookRun>) =>
	createHookContext({
		node,
		webhookId: 'id',
		origin: 'https://n8n.example.com',
		readCredential: () => {
			throw new Error('nobody is to be asked');
		},
		...more,
	});

describe('a workflow that is published already', () => {
	it.each(['init', 'leadershipChange'] as const)('keeps its registration when n8n takes it up again, and Meta is asked nothing: %s', async (activation) => {
		expect(await node.webhookMethods.default.checkExists.call(contextOf({ activation }))).toBe(true);
	});

	it('is looked at when it is published', async () => {
		expect(await node.webhookMethods.default.checkExists.call(contextOf({ activation: 'activate' }))).toBe(false);
	});

	it('is not published with a time to combine messages that cannot be used', async () => {
		const parameters = { options: { combineMessages: true, combineWaitSeconds: 0 } };
		await expect(node.webhookMethods.default.checkExists.call(contextOf({ parameters }))).rejects.toThrow(/'Combine: Wait Seconds' is 0/);
	});
});

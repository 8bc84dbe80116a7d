import type { IDataObject } from 'n8n-workflow';

import { findEndlessSend } from '../../../nodes/shared/domain/policies/endlessSendPolicy';

const PLACE = { workflowId: 'orders', nodeName: 'Send Free-form' };
const OWN = { message: { workflowId: 'orders', nodeName: 'Send Free-form' } };

describe('a send for', () => {
	test.each<[string, IDataObject, string | undefined]>([
		['a failed message that nothing helps', { event: 'messageFailed', nextStep: 'none' }, 'wouldFailAgain'],
		['a failed message of its own that nothing helps', { event: 'messageFailed', nextStep: 'none', ...OWN }, 'wouldFailAgain'],
		['a failed message of its own', { event: 'messageFailed', nextStep: 'template', ...OWN }, 'wouldRepeatItself'],
		['a status of its own message', { event: 'messageStatus', ...OWN }, 'wouldRepeatItself'],
	])('%s would never end', (_, item, reason) => {
		expect(findEndlessSend(item, PLACE)).toBe(reason);
	});

	test.each<[string, IDataObject]>([
		['a message of a person', { event: 'message', message: { id: 'wamid.1' } }],
		['a failed message that a template may help', { event: 'messageFailed', nextStep: 'template' }],
		['a status of a message that nobody knows', { event: 'messageStatus', message: { workflowId: null, nodeName: null } }],
		['a status without a message', { event: 'messageStatus' }],
		['a status whose message is no object', { event: 'messageStatus', message: 'Hello' }],
		['a status whose message is null', { event: 'messageStatus', message: null }],
		['a message of another node', { event: 'messageFailed', message: { ...OWN.message, nodeName: 'Send Template' } }],
		['a message of another workflow', { event: 'messageStatus', message: { ...OWN.message, workflowId: 'reminders' } }],
		['an item of another kind that was sent by this node', OWN],
		['an order whose next step is none', { nextStep: 'none' }],
		['nothing', {}],
	])('%s may go out', (_, item) => {
		expect(findEndlessSend(item, PLACE)).toBeUndefined();
	});
});

import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toMessageStatuses } from '../../../nodes/shared/webhook/evidence/toMessageStatuses';
import { toCallbackData } from '../../../nodes/shared/domain/toCallbackData';
import batches from '../../fixtures/webhooks/batches.json';
import calls from '../../fixtures/webhooks/calls.json';
import statuses from '../../fixtures/webhooks/statuses.json';

const RECEIVED_AT_MS = 1_763_800_100_000;

function statusesOf(body: unknown) {
	return toMessageStatuses(parseWebhook(body, RECEIVED_AT_MS).events);
}

describe('toMessageStatuses', () => {
	test('keeps what the store needs of a refusal', () => {
		expect(statusesOf(statuses.failedReEngagement)).toEqual([
			{
				messageId: 'wamid.SENT0001',
				phoneNumberId: '106540352242922',
				businessAccountId: '102290129340398',
				user: { waId: '15551230001' },
				status: 'failed',
				atMs: 1_763_800_000_000,
				errorCodes: [131047],
			},
		]);
	});

	test('tells which try of a send a message came from, where it says so itself', () => {
		const body = structuredClone(statuses.failedReEngagement) as unknown as { entry: Array<{ changes: Array<{ value: { statuses: object[] } }> }> };
		const given = (data: string) => {
			const [status] = body.entry[0]!.changes[0]!.value.statuses;
			body.entry[0]!.changes[0]!.value.statuses = [{ ...status, biz_opaque_callback_data: data }];
			return statusesOf(body)[0]?.claimId;
		};
		expect(given(toCallbackData({ claimId: 'try 1', workflowId: 'w' }))).toBe('try 1');
		expect(given(toCallbackData({ workflowId: 'w' }))).toBeUndefined();
		expect(given('{"claimId":"of another app"}')).toBeUndefined();
	});

	test('keeps a status that names no recipient', () => {
		expect(statusesOf(statuses.failedWithoutRecipient)).toEqual([
			expect.objectContaining({ messageId: 'wamid.SENT0001', user: {}, errorCodes: [131026] }),
		]);
	});

	test('keeps every code of several errors', () => {
		expect(statusesOf(statuses.failedTwoErrors)).toEqual([
			expect.objectContaining({ errorCodes: [131053, 131000] }),
		]);
	});

	test('passes on what the message costs', () => {
		expect(statusesOf(statuses.sentInFreeEntryPoint)).toEqual([
			expect.objectContaining({
				price: { category: 'referral_conversion', type: 'free_entry_point', model: 'PMP', isBillable: false },
			}),
		]);
		expect(statusesOf(statuses.delivered)[0]).not.toHaveProperty('price');
	});

	test('says of which group it is, so that a refusal there closes no other window', () => {
		expect(statusesOf(statuses.deliveredInGroup)).toEqual([expect.objectContaining({ groupId: '120363000000000001', participantId: '15551230001' })]);
		expect(statusesOf(statuses.delivered)[0]).not.toHaveProperty('groupId');
	});

	test('keeps the order', () => {
		expect(statusesOf(batches.statusesOnly).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
	});

	test('leaves out everything else, statuses of calls among it', () => {
		expect(statusesOf(calls.accepted)).toEqual([]);
		expect(statusesOf(calls.acceptedInFieldMessages)).toEqual([]);
		expect(statusesOf(batches.everythingAtOnce)).toHaveLength(1);
	});
});

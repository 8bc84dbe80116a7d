import fc from 'fast-check';

import { findEndlessSend } from '../../nodes/shared/domain/policies/endlessSendPolicy';
import { readCallbackData } from '../../nodes/shared/domain/readCallbackData';
import { toCallbackData, type CallbackData } from '../../nodes/shared/domain/toCallbackData';

const ORIGIN: CallbackData = {
	claimId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
	workflowId: 'kJ8mQ2vXw1ZpL0aB',
	executionId: '1042',
	nodeName: 'WhatsApp Send Template',
	templateName: 'order_update',
	templateLanguage: 'en_US',
	sendOnceKey: 'run:4c4b:2:0',
	sentAs: 'template',
};
const text = fc.string({ unit: 'binary', maxLength: 600 });
const anyOrigin = fc.record(
	{
		claimId: text,
		workflowId: text,
		executionId: text,
		nodeName: text,
		templateName: text,
		templateLanguage: text,
		sendOnceKey: text,
		sentAs: fc.constantFrom('freeForm' as const, 'template' as const),
	},
	{ requiredKeys: [] },
);

describe('toCallbackData', () => {
	test('writes what is read back, and nothing for what is not known', () => {
		expect(readCallbackData(toCallbackData(ORIGIN))).toEqual(ORIGIN);
		expect(readCallbackData(toCallbackData({}))).toEqual({});
		expect(toCallbackData({ executionId: '7' })).toBe('{"whatsAppSession":1,"executionId":"7"}');
	});

	test('keeps to 512 bytes and loses no more than it must', () => {
		fc.assert(
			fc.property(anyOrigin, (origin) => {
				const written = toCallbackData(origin);
				const whole = JSON.stringify({ whatsAppSession: 1, ...origin });
				expect(Buffer.byteLength(written)).toBeLessThanOrEqual(512);
				const read = readCallbackData(written);
				if (Buffer.byteLength(whole) <= 512 && !origin.sendOnceKey?.startsWith('own:')) expect(read).toEqual(origin);
				const { nodeName, ...rest } = read!;
				expect(origin).toMatchObject(rest);
				if (nodeName !== origin.nodeName) expect((origin.nodeName ?? '').startsWith((nodeName ?? '').slice(0, -1))).toBe(true);
			}),
		);
	});

	test('gives up the send-once key first, then the template, and what names the own messages never', () => {
		const { sendOnceKey, ...withoutKey } = ORIGIN;
		expect(sendOnceKey).toBeTruthy();
		expect(readCallbackData(toCallbackData({ ...ORIGIN, sendOnceKey: 'k'.repeat(300) }))).toEqual(withoutKey);
		const { claimId, workflowId, executionId, nodeName, sentAs } = ORIGIN;
		const long = { ...ORIGIN, templateName: 't'.repeat(400) };
		expect(readCallbackData(toCallbackData(long))).toEqual({ claimId, workflowId, executionId, nodeName, sentAs });
	});

	test.each([
		[512 - '{"whatsAppSession":1,"nodeName":""}'.length, true],
		[513 - '{"whatsAppSession":1,"nodeName":""}'.length, false],
	])('keeps a name of %i characters whole: %s', (length, isKept) => {
		const nodeName = 'n'.repeat(length);
		const { nodeName: written } = readCallbackData(toCallbackData({ nodeName }))!;
		expect(written === nodeName).toBe(isKept);
		expect(nodeName.startsWith(written!.replace(/…$/, ''))).toBe(true);
	});

	test('keeps a node from answering its own messages, however long its name and its key are', () => {
		const node = { workflowId: 'w', nodeName: 'Wiederholte Erinnerung für Kundinnen '.repeat(20) };
		const message = readCallbackData(toCallbackData({ ...ORIGIN, ...node, sendOnceKey: 'k'.repeat(300) }));
		expect(findEndlessSend({ event: 'messageStatus', message }, node)).toBe('wouldRepeatItself');
		expect(findEndlessSend({ event: 'messageStatus', message }, { ...node, nodeName: 'Another' })).toBeUndefined();
	});

	test('carries no phone number of a person', () => {
		const { sendOnceKey, ...rest } = ORIGIN;
		expect(sendOnceKey).toBeDefined();
		expect(readCallbackData(toCallbackData({ ...rest, sendOnceKey: 'own:15551230001:order 1042' }))).toEqual(rest);
		expect(readCallbackData(toCallbackData({ sendOnceKey: 'own:waba:US.1:order 1042' }))).toEqual({});
	});

	test('carries nothing that it is not asked to', () => {
		const more = { ...ORIGIN, text: 'Hello', recipient: '15551230001' };
		expect(toCallbackData(more)).toBe(toCallbackData(ORIGIN));
	});
});

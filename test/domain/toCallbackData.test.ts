import fc from 'fast-check';

import { readCallbackData } from '../../nodes/shared/domain/readCallbackData';
import { toCallbackData, type CallbackData } from '../../nodes/shared/domain/toCallbackData';

const ORIGIN: CallbackData = {
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
				if (Buffer.byteLength(whole) <= 512 && !/^own:\d+:/.test(origin.sendOnceKey ?? '')) expect(read).toEqual(origin);
				else expect(origin).toMatchObject(read!);
			}),
		);
	});

	test('gives up the name of the node first, then the send-once key', () => {
		const { nodeName, ...withoutNode } = ORIGIN;
		const { sendOnceKey, ...withoutKey } = withoutNode;
		expect(nodeName && sendOnceKey).toBeTruthy();
		expect(readCallbackData(toCallbackData({ ...ORIGIN, nodeName: 'ü'.repeat(200) }))).toEqual(withoutNode);
		expect(readCallbackData(toCallbackData({ ...ORIGIN, sendOnceKey: 'k'.repeat(600) }))).toEqual(withoutKey);
	});

	test.each([
		[512 - '{"whatsAppSession":1,"nodeName":""}'.length, true],
		[513 - '{"whatsAppSession":1,"nodeName":""}'.length, false],
	])('keeps a name of %i characters: %s', (length, isKept) => {
		const nodeName = 'n'.repeat(length);
		expect(readCallbackData(toCallbackData({ nodeName }))).toEqual(isKept ? { nodeName } : {});
	});

	test('carries no phone number of a person', () => {
		const { sendOnceKey, ...rest } = ORIGIN;
		expect(sendOnceKey).toBeDefined();
		expect(readCallbackData(toCallbackData({ ...rest, sendOnceKey: 'own:15551230001:order 1042' }))).toEqual(rest);
		expect(readCallbackData(toCallbackData({ sendOnceKey: 'own:US.1:order 1042' }))).toEqual({
			sendOnceKey: 'own:US.1:order 1042',
		});
	});

	test('carries nothing that it is not asked to', () => {
		const more = { ...ORIGIN, text: 'Hello', recipient: '15551230001' };
		expect(toCallbackData(more)).toBe(toCallbackData(ORIGIN));
	});
});

import fc from 'fast-check';

import { readCallbackData } from '../../nodes/shared/domain/readCallbackData';

describe('readCallbackData', () => {
	test.each([
		undefined,
		'',
		'order-1042',
		'{',
		'null',
		'1',
		'"whatsAppSession"',
		'[1]',
		'{}',
		'{"workflowId":"w"}',
		'{"whatsAppSession":2,"workflowId":"w"}',
		'{"whatsAppSession":"1"}',
		'{"__proto__":{"whatsAppSession":1}}',
		'['.repeat(100_000),
	])('takes what other apps wrote for none of ours: %.40j', (text) => {
		expect(readCallbackData(text)).toBeUndefined();
	});

	test('passes over what is not text, and what is not known', () => {
		const text = '{"whatsAppSession":1,"workflowId":7,"executionId":"7","sentAs":"fax","nodeName":null,"more":"x"}';
		expect(readCallbackData(text)).toEqual({ executionId: '7' });
	});

	test.each(['freeForm', 'template', 'directSend'])('knows as what it went out: %s', (sentAs) => {
		expect(readCallbackData(JSON.stringify({ whatsAppSession: 1, sentAs }))).toEqual({ sentAs });
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (text) => {
				expect(() => readCallbackData(text as string)).not.toThrow();
			}),
		);
	});
});

import fc from 'fast-check';

import { composeSendOnceKey } from '../../nodes/shared/domain/composeSendOnceKey';

describe('composeSendOnceKey', () => {
	it('reads as its fields', () => {
		expect(composeSendOnceKey(['own', '15551234567', 'order-1042-shipped'])).toBe('own:15551234567:order-1042-shipped');
		expect(composeSendOnceKey(['own', undefined, 'k', 2])).toBe('own::k:2');
	});

	it('tells the second part under a key from a key that is spelled like it', () => {
		const part = composeSendOnceKey(['own', '1', 'k1', 'part2']);
		expect([part, composeSendOnceKey(['own', '1', 'k1:part2'])]).toEqual(['own:1:k1:part2', 'own:1:k1\\:part2']);
	});

	it('can be taken apart again whatever is in the fields, so that no two lists share a name', () => {
		const field = fc.string({ unit: fc.constantFrom('a', ':', '\\', 'part2'), maxLength: 4 });
		fc.assert(
			fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), (fields) => {
				expect(takeApart(composeSendOnceKey(fields))).toEqual(fields);
			}),
		);
	});
});

function takeApart(name: string): string[] {
	const fields = [''];
	for (const [sign] of name.matchAll(/\\.|[^\\]/gs)) {
		if (sign === ':') fields.push('');
		else fields[fields.length - 1] += sign.slice(-1);
	}
	return fields;
}

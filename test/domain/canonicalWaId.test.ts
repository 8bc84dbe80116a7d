import fc from 'fast-check';

import { canonicalWaId } from '../../nodes/shared/domain/canonicalWaId';

describe('canonicalWaId', () => {
	test.each([
		['a Brazilian mobile number without the ninth digit', '551187654321', '5511987654321'],
		['a Brazilian mobile number with it', '5511987654321', '5511987654321'],
		['a Brazilian landline, which must not become somebody else', '551123456789', '551123456789'],
		['a Mexican number with the old 1', '5215512345678', '525512345678'],
		['a Mexican number without it', '525512345678', '525512345678'],
		['an Argentinian number with the 9', '5491123456789', '541123456789'],
		['an Argentinian number without it', '541123456789', '541123456789'],
		['a German number', '4915123456789', '4915123456789'],
		['a US number', '15551234567', '15551234567'],
	])('gives one spelling for %s', (_, digits, canonical) => {
		expect(canonicalWaId(digits)).toBe(canonical);
	});

	it('changes nothing when it is applied again', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^(55|52|54|1|49)\d{6,13}$/), (digits) => {
				expect(canonicalWaId(canonicalWaId(digits))).toBe(canonicalWaId(digits));
			}),
		);
	});
});

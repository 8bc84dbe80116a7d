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
		['a number of Benin from before 2024', '22997123456', '2290197123456'],
		['a number of Benin', '2290197123456', '2290197123456'],
		['a number of Orange from before 2021', '22507080910', '2250707080910'],
		['a number of Orange', '2250707080910', '2250707080910'],
		['a number of MTN from before 2021', '22544080910', '2250544080910'],
		['a number of Moov from before 2021', '22571080910', '2250171080910'],
		['the number of somebody else with the same eight digits', '2250507080910', '2250507080910'],
		['a number of a block without an operator in the plan', '22560080910', '22560080910'],
		['an Ivorian landline from before 2021', '22520203040', '22520203040'],
		['a German number', '4915123456789', '4915123456789'],
		['a US number', '15551234567', '15551234567'],
	])('gives one spelling for %s', (_, digits, canonical) => {
		expect(canonicalWaId(digits)).toBe(canonical);
	});

	test.each([
		['01', '01 02 03 40 41 42 43 50 51 52 53 70 71 72 73'],
		['05', '04 05 06 44 45 46 54 55 56 64 65 66 74 75 76 84 85 86 94 95 96'],
		['07', '07 08 09 47 48 49 57 58 59 67 68 69 77 78 79 87 88 89 97 98'],
		['', '20 21 27 30 36 60 61 62 63 80 81 83 90 93 99'],
	])('puts %s before the Ivorian blocks %s', (prefix, blocks) => {
		for (const block of blocks.split(' ')) expect(canonicalWaId(`225${block}123456`)).toBe(`225${prefix}${block}123456`);
	});

	it('changes nothing when it is applied again', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^(55|52|54|1|49|225|229)\d{6,13}$/), (digits) => {
				expect(canonicalWaId(canonicalWaId(digits))).toBe(canonicalWaId(digits));
			}),
		);
	});

	it('never makes one person of two of the same plan', () => {
		const old = fc.stringMatching(/^22[59]\d{8}$/);
		fc.assert(
			fc.property(old, old, (one, other) => {
				fc.pre(one !== other);
				expect(canonicalWaId(one)).not.toBe(canonicalWaId(other));
			}),
		);
	});
});

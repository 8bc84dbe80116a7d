import fc from 'fast-check';

import { laterStatus } from '../../nodes/shared/domain/laterStatus';

const atMs = fc.nat(3);
const price = fc.option(
	fc.record(
		{
			category: fc.constantFrom('marketing', 'utility'),
			type: fc.constantFrom('regular', 'free_entry_point'),
			model: fc.constantFrom('PMP', 'CBP'),
			isBillable: fc.boolean(),
		},
		{ requiredKeys: [] },
	),
	{ nil: undefined },
);
const anyNotice = fc.oneof(
	fc.record({
		status: fc.constantFrom('sent', 'delivered', 'read', 'played', 'teleported', 'beamed'),
		atMs,
		errorCodes: fc.constant<number[]>([]),
		price,
	}),
	fc.record({ status: fc.constant('failed'), atMs, errorCodes: fc.subarray([131026, 131047, 131049]), price }),
);

const PRICE = { category: 'marketing', type: 'regular', model: 'PMP', isBillable: true };

describe('laterStatus', () => {
	it.each([
		['sent', 'failed'],
		['failed', 'delivered'],
		['delivered', 'read'],
	])('takes %s for earlier than %s of a message to a group: what one member has has not failed', (earlier, later) => {
		const one = { status: earlier, atMs: 9, errorCodes: [] };
		const other = { status: later, atMs: 1, errorCodes: [] };
		expect(laterStatus(one, other, { isToGroup: true }).status).toBe(later);
		expect(laterStatus(other, one, { isToGroup: true }).status).toBe(later);
	});

	it.each([
		['sent', 'delivered'],
		['sent', 'read'],
		['delivered', 'read'],
		['read', 'played'],
		['played', 'failed'],
		['teleported', 'sent'],
	])('takes %s for earlier than %s, whatever their instants', (earlier, later) => {
		const one = { status: earlier, atMs: 9, errorCodes: [] };
		const other = { status: later, atMs: 1, errorCodes: [] };
		expect(laterStatus(one, other)).toEqual(other);
		expect(laterStatus(other, one)).toEqual(other);
	});

	it('keeps the error codes of both of two failures, and the newer instant', () => {
		const one = { status: 'failed', atMs: 1, errorCodes: [131047] };
		const other = { status: 'failed', atMs: 2, errorCodes: [131026] };
		expect(laterStatus(one, other)).toEqual({ status: 'failed', atMs: 2, errorCodes: [131026, 131047] });
	});

	it.each([
		['of the later one when only it says', undefined, PRICE, PRICE],
		['of the earlier one when the later one is silent', PRICE, undefined, PRICE],
		['of both together', { category: 'utility' }, { isBillable: false }, { category: 'utility', isBillable: false }],
		['that costs, when they contradict each other', { isBillable: true }, { isBillable: false }, { isBillable: true }],
		['not at all when neither says', undefined, undefined, undefined],
	])('keeps the price %s', (_, earlier, later, expected) => {
		const one = { status: 'sent', atMs: 1, errorCodes: [], price: earlier };
		const other = { status: 'delivered', atMs: 2, errorCodes: [], price: later };
		expect(laterStatus(one, other)).toEqual({ ...other, price: expected });
		expect(laterStatus(other, one)).toEqual({ ...other, price: expected });
	});

	it('gives the same answer in any order and grouping', () => {
		fc.assert(
			fc.property(anyNotice, anyNotice, anyNotice, (a, b, c) => {
				expect(laterStatus(a, b)).toEqual(laterStatus(b, a));
				expect(laterStatus(laterStatus(a, b), c)).toEqual(laterStatus(a, laterStatus(b, c)));
				expect(laterStatus(a, a)).toEqual({ ...a, errorCodes: [...a.errorCodes].sort((x, y) => x - y) });
			}),
			{ numRuns: 2_000 },
		);
	});
});

import { toJsonObject } from '../../../toJsonObject.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';

/** Of rupees and of reais (payments/payments-br/orders, dated 2026-03-25; payments/payments-in/pg, dated 2026-05-21). */
const OFFSET = 100;

/**
 * Reads an amount of money.
 *
 * @param at - its name, as the request spells it
 * @returns in the currency's smallest unit
 * @throws {GraphError} 131008 when it is missing, 131009 for another offset, or a value that is no whole number from 0
 */
export function readMoney(value: unknown, at: string): number {
	const money = toJsonObject(value);
	if (!money) throw freeFormRefusal.missing(at);
	if (money.offset !== OFFSET) throw freeFormRefusal.wrong(`${at}.offset`, `must be ${OFFSET}`);
	if (typeof money.value === 'number' && Number.isSafeInteger(money.value) && money.value >= 0) return money.value;
	throw freeFormRefusal.wrong(`${at}.value`, 'must be a whole number in the smallest unit of the currency');
}

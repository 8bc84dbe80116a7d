import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';

/**
 * Checks the reference of an order. That no other order has it is not asked.
 *
 * @throws {GraphError} 131008 when it is missing, 131009 when it is too long or has other characters
 */
export function checkReference(value: unknown, most: number): void {
	const at = 'interactive.action.parameters.reference_id';
	checkTextValue(value, { at, most, isRequired: true });
	if (!/^[A-Za-z0-9_.-]+$/.test(String(value))) throw freeFormRefusal.wrong(at, 'must have English letters, numbers, _, - and . only');
}

import { createHmac } from 'node:crypto';

/**
 * Gives the keyed digest that stands for a forgotten person's name.
 *
 * There are few enough phone numbers to try them all, so without the key, which is random and never leaves the store, it would hide nobody.
 */
export function digestName(key: string, businessAccountId: string, name: string): string {
	return createHmac('sha256', key).update(JSON.stringify([businessAccountId, name])).digest('base64url');
}

import type { INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';

const NAME = 'options.identityKeyHash';
const LABEL = 'Identity Key Hash';

/** The identity that a message is meant for, so that nobody else gets it who has the number meanwhile; read with `readIdentityHash`. */
export const identityHashProperty: INodeProperties = {
	displayName: LABEL,
	name: 'identityKeyHash',
	type: 'string',
	default: '',
	placeholder: 'e.g. DF2lS5v2W6x=',
	description:
		'Send only while the account of the person is the same as when Meta gave this hash, for messages that nobody else may read. The trigger gives it as <code>identityKeyHash</code>, where the identity change check of the number is on.',
};

/**
 * Reads the identity that the message of an item is meant for.
 *
 * @returns undefined when the builder does not ask for one
 * @throws {InvalidInputError} when an expression gives none, or it is no hash: the message would go to whoever has the number now
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers (read 2026-03)
 */
export function readIdentityHash(read: ParameterReader, itemIndex: number): string | undefined {
	if (isLeftEmpty(read.stored(NAME))) return undefined;
	const value = read(NAME, itemIndex, '');
	const hash = typeof value === 'string' ? value.trim() : '';
	if (/^[\w+/=-]{4,200}$/.test(hash)) return hash;
	throw new InvalidInputError(
		LABEL,
		hash === '' ? `'${LABEL}' is empty, so nothing was sent: it would go to whoever has the number now.` : `'${LABEL}' is not a hash: ${hash.slice(0, 40)}`,
		`Give the hash that Meta gave for this person, or take '${LABEL}' out of the options.`,
	);
}

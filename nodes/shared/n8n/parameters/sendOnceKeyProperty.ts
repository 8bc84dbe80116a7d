import type { INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { readSendOnceKey } from '../../domain/readSendOnceKey';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';

const NAME = 'options.sendOnceKey';
const LABEL = 'Send-Once Key';

/** The builder's own name for a message, under which a person gets it at most once. */
export const sendOnceKeyProperty: INodeProperties = {
	displayName: LABEL,
	name: 'sendOnceKey',
	type: 'string',
	default: '',
	builderHint: { propertyHint: 'An expression that names the message, not the person: the order and the event, for example. A person gets a message with the same key once, however often the workflow runs.' },
	placeholder: 'e.g. order-1042-shipped',
	description:
		"A name for this message, for example the order number and the event. Whatever runs twice, a person gets a message with the same key once. Leave empty to be safe against n8n's Retry On Fail only.",
};

/**
 * Reads the builder's own name for the message of an item.
 *
 * @returns undefined where the builder left it empty
 * @throws {InvalidInputError} when an expression gives none, or what names no message: the message would go out again with every run
 */
export function readOwnKey(read: ParameterReader, itemIndex: number): string | undefined {
	if (isLeftEmpty(read.stored(NAME))) return undefined;
	const key = readSendOnceKey(read(NAME, itemIndex, ''));
	if (key !== undefined) return key;
	throw new InvalidInputError(
		LABEL,
		`'${LABEL}' is empty, so nothing was sent: the message would go out again with every run.`,
		`Give the key in every item, or take '${LABEL}' out of the options.`,
	);
}

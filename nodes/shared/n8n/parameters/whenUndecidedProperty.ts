import type { INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { UndecidedPolicy } from '../../domain/policies/Policy';
import type { ParameterReader } from './createParameterReader';

const TITLE = 'When Unknown Whether It Was Sent';

/** For the collection of options of a send node. */
export const whenUndecidedProperty: INodeProperties = {
	displayName: TITLE,
	name: 'whenUndecided',
	type: 'options',
	options: [
		{
			name: 'Hold Back',
			value: 'hold',
			description: 'The person may have the message, so it is not sent again; a status of the message decides it',
		},
		{
			name: 'Send Again',
			value: 'sendAgain',
			description: 'Once five minutes have passed without a status of the message, while statuses of others come in',
		},
	],
	default: 'hold',
	description: 'What to do in a retry with a message to which WhatsApp gave no answer. The item then leaves with notSent.reason undecided, and the others go out.',
};

/**
 * Reads the choice.
 *
 * @throws {InvalidInputError} when it is neither of the two
 */
export function readWhenUndecided(read: ParameterReader, itemIndex: number): UndecidedPolicy {
	const value = read('options.whenUndecided', itemIndex, 'hold');
	if (value === 'hold' || value === 'sendAgain') return value;
	if (value === undefined || value === null || value === '') return 'hold';
	throw new InvalidInputError(TITLE, `'${TITLE}' is unknown: ${String(JSON.stringify(value)).slice(0, 40)}`, "Choose 'Hold Back' or 'Send Again' (sendAgain).");
}

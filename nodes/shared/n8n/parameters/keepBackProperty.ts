import type { INodeProperties } from 'n8n-workflow';

import type { ParameterReader } from './createParameterReader';
import { readSwitch } from './readSwitch';

const NAME = 'keepBackWhenTakenOver';
const LABEL = 'Keep Back While a Person Has Taken Over';

/** For the collection of options of a send node. */
export const keepBackProperty: INodeProperties = {
	displayName: LABEL,
	name: NAME,
	type: 'boolean',
	default: true,
	description:
		'Whether to send nothing while a person of the business, or another responder at WhatsApp, has the conversation. The item then leaves on the second output with notSent.reason takenOver or anotherResponder.',
};

/**
 * Reads the choice; without the option nothing is kept back.
 *
 * @throws {InvalidInputError} when it is neither on nor off: to guess would write into the conversation of a person
 */
export function readKeepBack(read: ParameterReader, itemIndex: number): boolean {
	return readSwitch(read, `options.${NAME}`, LABEL, itemIndex);
}

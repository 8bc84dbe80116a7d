import type { INodeProperties } from 'n8n-workflow';

import type { ParameterReader } from './createParameterReader';

/** For the collection of options of a send node. */
export const keepBackProperty: INodeProperties = {
	displayName: 'Keep Back While a Person Has Taken Over',
	name: 'keepBackWhenTakenOver',
	type: 'boolean',
	default: true,
	description:
		'Whether to send nothing while a person of the business, or another responder at WhatsApp, has the conversation. The item then leaves on the second output with notSent.reason takenOver or anotherResponder.',
};

/** Reads the choice; without the option nothing is kept back. */
export function readKeepBack(read: ParameterReader, itemIndex: number): boolean {
	const value = read('options.keepBackWhenTakenOver', itemIndex, false);
	return value === true || value === 'true';
}

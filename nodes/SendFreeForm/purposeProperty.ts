import type { INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../shared/domain/InvalidInputError';
import type { FreeFormPurpose } from '../shared/domain/policies/Policy';
import { readConsentChoice } from '../shared/n8n/parameters/consentProperty';
import type { SendRun } from '../shared/n8n/items/openSendRun';

const TITLE = 'Why';

const CHOICES = [
	{ name: 'Marketing', value: 'marketing', description: 'An offer, or news of what you sell: goes to those alone who have opted in to it, see Consent' },
	{ name: 'Service', value: 'service', description: 'An answer, or something that the person has asked for' },
	{ name: 'Utility', value: 'utility', description: 'Something about an order, a booking or an account of the person' },
];

/** What kind of message a free-form message is, for consent; a template says so itself. */
export const purposeProperty: INodeProperties = {
	displayName: TITLE,
	name: 'why',
	type: 'options',
	options: CHOICES,
	default: 'service',
	description: 'What kind of message the text is. Whoever has opted out of that kind does not get it, also while the window is open.',
};

/**
 * Reads the kind and the topic of a free-form message.
 *
 * @returns undefined where the node does not ask for it, and for a service message without a topic
 * @throws {InvalidInputError} when the kind is none of the three, or the topic is too long
 */
export function readPurpose({ context, read }: SendRun, itemIndex: number): FreeFormPurpose | undefined {
	const value = read('why', itemIndex, '');
	if (value === undefined || value === null || value === '') return undefined;
	const kind = String(value).trim().toLowerCase();
	if (!CHOICES.some((choice) => choice.value === kind)) {
		throw new InvalidInputError(
			TITLE,
			`'${TITLE}' is unknown: ${String(JSON.stringify(value)).slice(0, 40)}`,
			"Choose 'Service' (service), 'Utility' (utility) or 'Marketing' (marketing).",
		);
	}
	const choice = readConsentChoice(read, context.getNode(), itemIndex);
	if (kind === 'marketing' || kind === 'utility') return { category: kind, ...choice };
	return choice.topic === undefined ? undefined : { category: undefined, ...choice };
}

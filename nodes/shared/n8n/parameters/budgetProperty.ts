import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { readTimeZone } from '../../domain/readTimeZone';
import type { Budget } from '../../domain/usage/Budget';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';

// Longer ones are cut off: the editor indents them twice.
const MOST_TITLE = 'Most Messages';
const ZONE_TITLE = 'Time Zone';
/** Far more than any number sends in a month; what is more is a mistake. */
const MOST = 1_000_000_000;

/** For the collection of options of a send node. */
export const budgetProperty: INodeProperties = {
	displayName: 'Keep Back When the Budget Is Spent',
	name: 'budget',
	type: 'fixedCollection',
	default: { month: { mostCharged: 1000, timeZone: '' } },
	description:
		'How many messages of the business number WhatsApp may charge in a calendar month, from all workflows and apps. What would be one more leaves on the second output with notSent.reason budgetSpent; what is free still goes out. Needs a published WhatsApp Session Trigger that hears what messages cost.',
	options: [
		{
			displayName: 'Month',
			name: 'month',
			values: [
				{
					displayName: MOST_TITLE,
					name: 'mostCharged',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 1000,
					placeholder: 'e.g. 500',
					hint: 'Charged messages of the business number in a calendar month. 0: only what is free.',
					description: 'With 0 only what is free goes out, for example the first 1,000 free-form messages of the month',
				},
				{
					displayName: ZONE_TITLE,
					name: 'timeZone',
					type: 'string',
					default: '',
					placeholder: 'e.g. Europe/Berlin',
					hint: "That of your WhatsApp account, for the ends of the month. Empty: the workflow's.",
					description:
						"Where the month begins and ends at midnight. WhatsApp counts in the time zone of your account, which WhatsApp Manager shows. Leave empty for the workflow's time zone.",
				},
			],
		},
	],
};

/**
 * Reads the budget of a message.
 *
 * @returns undefined without the option
 * @throws {InvalidInputError} when the number is none, also where it is missing: without one there would be no limit
 */
export function readBudget({ context, read }: { context: Pick<IExecuteFunctions, 'getTimezone'>; read: ParameterReader }, itemIndex: number): Budget | undefined {
	if (isLeftEmpty(read.stored('options.budget'))) return undefined;
	const zone = read('options.budget.month.timeZone', itemIndex, '');
	return {
		mostCharged: readMost(read('options.budget.month.mostCharged', itemIndex, '')),
		timeZone: isLeftEmpty(zone) ? context.getTimezone() : readTimeZone(ZONE_TITLE, zone, "the workflow's time zone"),
	};
}

function readMost(value: unknown): number {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	const most = text === '' ? NaN : Number(text);
	if (Number.isInteger(most) && most >= 0 && most <= MOST) return most;
	throw new InvalidInputError(
		MOST_TITLE,
		text === '' ? `'${MOST_TITLE}' is empty, so nothing was sent.` : `'${MOST_TITLE}' is not a whole number from 0 to ${MOST}: ${String(JSON.stringify(value)).slice(0, 40)}`,
		"Give how many messages may be charged in the month, for example 500; for no limit take 'Keep Back When the Budget Is Spent' out of the options.",
	);
}

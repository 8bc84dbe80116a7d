import type { INodeProperties } from 'n8n-workflow';

import { THRESHOLD_LABELS } from '../../shared/domain/usage/readUsageThresholds';

const displayOptions = { show: { events: ['usageReached'] } };

/** What 'Usage Reached' takes where the builder has not touched it. */
export const DEFAULT_FREE_THRESHOLDS = '800, 1000';

/** When 'Usage Reached' starts the workflow. No expressions: the store is looked at without an item. */
export const thresholdProperties: INodeProperties[] = [
	{
		displayName: THRESHOLD_LABELS.freeUsed,
		name: 'usageFreeUsed',
		type: 'string',
		noDataExpression: true,
		default: DEFAULT_FREE_THRESHOLDS,
		placeholder: 'e.g. 800, 1000',
		hint: "'Usage Reached' starts at each of these counts, of the 1,000 free messages of a number and month. Empty: never.",
		description:
			"'Usage Reached' starts the workflow once a business number has used so many of the 1,000 free-form messages that are free in a month, once for each of these numbers. Empty: none.",
		displayOptions,
	},
	{
		displayName: THRESHOLD_LABELS.charged,
		name: 'usageCharged',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. 5000, 20000',
		hint: "'Usage Reached' starts at each of these counts, of the charged messages of a number and month. Empty: never.",
		description:
			"'Usage Reached' starts the workflow once WhatsApp has charged so many messages of a business number in a month, templates included, once for each of these numbers. Empty: none.",
		displayOptions,
	},
];

/** For the options of the trigger. */
export const usageOptions: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'usageTimeZone',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			"Where the month of 'Usage Reached' begins and ends at midnight. Meta counts the free messages of a month in the time zone of your WhatsApp account, which you see in WhatsApp Manager. Leave empty for the workflow's time zone.",
		displayOptions: { show: { '/events': ['usageReached'] } },
	},
];

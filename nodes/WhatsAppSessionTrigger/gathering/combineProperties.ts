import type { INodeProperties } from 'n8n-workflow';

const shownForCombining = { displayOptions: { show: { combineMessages: [true] } } };

/** Options of the trigger that make one item of messages that follow each other. No expressions: they apply to all people alike. */
export const combineOptions: INodeProperties[] = [
	{
		displayName: 'Combine Messages',
		name: 'combineMessages',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			"Whether messages that one person writes in a row become one item: 'messages' holds all of them, 'text' their texts, 'message' the newest. What answers Send and Wait for Answer continues its execution as one, too. Stop and start words, reactions, edits, deletions and messages in groups start the workflow at once and alone, and so does whatever you post to the Test URL.",
	},
	{
		displayName: 'Combine: Most Messages',
		name: 'combineMostMessages',
		type: 'number',
		noDataExpression: true,
		default: 20,
		typeOptions: { minValue: 2, maxValue: 100 },
		description: 'How many messages one item has at the most. The next one begins a new item.',
		...shownForCombining,
	},
	{
		displayName: 'Combine: Most Seconds',
		name: 'combineMostSeconds',
		type: 'number',
		noDataExpression: true,
		default: 60,
		typeOptions: { minValue: 1, maxValue: 3600 },
		description: 'How long after the first message the workflow starts at the latest, even if the person goes on writing',
		...shownForCombining,
	},
	{
		displayName: 'Combine: Wait Seconds',
		name: 'combineWaitSeconds',
		type: 'number',
		noDataExpression: true,
		default: 5,
		typeOptions: { minValue: 1, maxValue: 600 },
		description: 'How long the next message of the person is waited for. Each message starts this time anew; the workflow starts up to a second later.',
		...shownForCombining,
	},
];

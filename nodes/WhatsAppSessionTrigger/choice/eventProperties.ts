import type { INodeProperties } from 'n8n-workflow';

import { consentOptions } from '../consent/consentProperties';
import { combineOptions } from '../gathering/combineProperties';
import { mediaOptions } from '../media/mediaProperties';
import { thresholdProperties, usageOptions } from '../storeEvents/usageProperties';
import { MESSAGE_TYPES } from './messageTypes';
import { takeOverOptions } from './takeOverProperties';
import { TRIGGER_EVENTS } from './triggerEvents';

/** What the trigger starts the workflow for: the events, and the filters. */
export const eventProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		default: ['message'],
		description:
			'What starts the workflow. Each event has its own output, in the order of this list: choosing one more moves the outputs below it, so look at the wires afterwards. The customer service windows and consents of all people are kept whatever you choose.',
		options: TRIGGER_EVENTS.map((event) => ({ ...event })),
	},
	...thresholdProperties,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Also Start for Awaited Answers',
				name: 'startsForAnswers',
				type: 'boolean',
				default: false,
				description:
					"Whether a message that continues an execution of 'Send and Wait for Answer' starts this workflow as well",
			},
			{
				displayName: 'Also Start for Outdated Events',
				name: 'startsForOutdated',
				type: 'boolean',
				default: false,
				description:
					'Whether events that are older than 7 days start this workflow as well. WhatsApp does not repeat anything for that long, so somebody posts an old webhook again; it is recorded in any case. Beyond 8 days nobody remembers whether it has started the workflow before.',
			},
			...combineOptions,
			{
				displayName: 'Also When Another Responder Owns the Conversation',
				name: 'startsForStandby',
				type: 'boolean',
				default: false,
				description:
					'Whether messages start this workflow that another partner or Meta Business Agent is to answer, and that this app only hears (standby). They open the window and are recorded in any case; WhatsApp refuses free-form answers to them.',
			},
			...consentOptions,
			...mediaOptions,
			{
				displayName: 'Include Original',
				name: 'includeOriginal',
				type: 'boolean',
				default: false,
				description: "Whether to add Meta's own object to every item, as 'raw'",
			},
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				default: [],
				description: 'Start only for messages of these types. Leave empty for all.',
				options: MESSAGE_TYPES.map((type) => ({ ...type })),
			},
			{
				displayName: 'Phone Number Names or IDs',
				name: 'phoneNumberIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'loadPhoneNumbers' },
				default: [],
				description:
					'Start only for these business numbers. Leave empty for all. Events that belong to no number always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Stale After (Minutes)',
				name: 'staleAfterMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 10,
				description:
					"A message that took longer than this to arrive has 'isStale' set to true, because an answer may come as a surprise. 0 for never.",
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description: "Start the output 'Message Status' only for these. Leave empty for all.",
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Played', value: 'played', description: 'The person listened to a voice message' },
					{ name: 'Read', value: 'read' },
					{ name: 'Sent', value: 'sent' },
				],
			},
			...takeOverOptions,
			...usageOptions,
		],
	},
];

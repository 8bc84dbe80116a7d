import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../shared/n8n/account/phoneNumberProperty';
import { budgetProperty } from '../shared/n8n/parameters/budgetProperty';
import { consentProperty, topicProperty } from '../shared/n8n/parameters/consentProperty';
import { convertMarkdownProperty } from '../shared/n8n/parameters/convertMarkdownProperty';
import { failedWordsProperty } from '../shared/n8n/parameters/failedWordsProperty';
import { identityHashProperty } from '../shared/n8n/parameters/identityHashProperty';
import { keepBackProperty } from '../shared/n8n/parameters/keepBackProperty';
import { mannersProperty } from '../shared/n8n/parameters/mannersProperty';
import { numberCountryProperty } from '../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../shared/n8n/parameters/recipientProperty';
import { safetyMarginProperty } from '../shared/n8n/parameters/safetyMarginProperty';
import { sendOnceKeyProperty } from '../shared/n8n/parameters/sendOnceKeyProperty';
import { whenUndecidedProperty } from '../shared/n8n/parameters/whenUndecidedProperty';
import { templateProperties } from '../shared/n8n/templates/templateProperties';
import { operationProperty } from './ask/operationProperty';
import { downloadFilesProperty, giveUpWhenClosedProperty, takeGesturesProperty, waitProperties } from './ask/waitProperties';
import { messageProperties } from './message/messageProperties';
import { keepDaysProperty } from './outbox/keepDaysProperty';
import { textVariableProperty } from './textVariableProperty';

const shownForText = { whenClosed: ['template'] };
const shownForConsent = { whenClosed: ['template', 'keep', 'directSend'] };
const shownForTemplate = { whenClosed: ['template', 'keep'] };

export const properties: INodeProperties[] = [
	operationProperty,
	phoneNumberProperty,
	recipientProperty,
	...messageProperties,
	...waitProperties,
	{
		displayName: 'When the Window Is Closed',
		name: 'whenClosed',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: "Continue on 'Window Closed'",
				value: 'route',
				description: 'Send nothing; the item leaves on the second output, for example to Send Template',
			},
			{
				name: 'Keep It and Nudge',
				value: 'keep',
				description:
					'Ask the person by an approved template to write, and send the message as soon as the person does',
			},
			{
				name: 'Send a Template Instead',
				value: 'template',
				description: 'Put text, file and buttons into an approved template that has places for them, and send that',
			},
			{
				name: 'Send Anyway',
				value: 'sendAnyway',
				description: 'Let WhatsApp decide; what it refuses at once leaves on the second output',
			},
			{
				name: 'Send Without a Template (Direct Send)',
				value: 'directSend',
				description:
					'Send it all the same, as a paid utility message, where Meta has enabled Direct Send for the account',
			},
			{
				name: 'Stop with an Error',
				value: 'fail',
				description: 'Send nothing and fail the item',
			},
		],
		default: 'route',
		description: 'What to do when WhatsApp does not allow a free-form message at the moment of sending',
	},
	{
		displayName:
			"Outside the window, the message goes out without a template of yours, and WhatsApp charges it as utility. It is for news about an order, a booking or an account, never for offers. Where Meta has not enabled Direct Send for your account, the item leaves on 'Window Closed': wire WhatsApp Send Template there.",
		name: 'directSendNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { whenClosed: ['directSend'] } },
	},
	keepDaysProperty,
	...templateProperties(shownForTemplate, [textVariableProperty(shownForText)]),
	consentProperty(shownForConsent),
	mannersProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			failedWordsProperty,
			convertMarkdownProperty,
			numberCountryProperty,
			downloadFilesProperty,
			{
				displayName: 'Entries (JSON)',
				name: 'entriesJson',
				type: 'json',
				default: '',
				placeholder: 'e.g. [{"title": "Monday 10:30"}]',
				description:
					'Buttons, rows, products, cards, contacts, order items or saved addresses from data, in place of those of the form: a list of objects with the same fields, for example title, description and section of a row, or in the shape of Meta\'s send call',
			},
			giveUpWhenClosedProperty,
			identityHashProperty,
			budgetProperty,
			keepBackProperty,
			{
				displayName: 'Mark as Read',
				name: 'markAsRead',
				type: 'boolean',
				default: false,
				description: 'Whether to show the person first that the message of the item was read',
			},
			{
				displayName: 'Reply To',
				name: 'replyTo',
				type: 'string',
				default: '',
				placeholder: 'e.g. wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQz',
				description: 'ID of the message to answer; WhatsApp shows it as a quotation above the text',
			},
			safetyMarginProperty,
			sendOnceKeyProperty,
			{
				displayName: 'Show Link Preview',
				name: 'previewUrl',
				type: 'boolean',
				default: false,
				description: 'Whether WhatsApp shows a preview of the first link of a text',
			},
			{
				displayName: 'Show Typing (Seconds)',
				name: 'typingSeconds',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 25 },
				default: 3,
				description: 'How long to show the person that an answer is being written before it goes out; also marks the message of the item as read',
			},
			{
				displayName: 'Split Long Text',
				name: 'splitText',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/messageType': ['text'] } },
				description:
					'Whether to send a text of more than 4096 characters as several messages, one after the other, split at the ends of sentences, and never within a link or formatted words. Otherwise it is refused.',
			},
			takeGesturesProperty,
			topicProperty,
			whenUndecidedProperty,
		],
	},
];

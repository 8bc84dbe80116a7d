import type { INodeProperties } from 'n8n-workflow';

import { phoneNumberProperty } from '../../shared/n8n/account/phoneNumberProperty';
import { budgetProperty } from '../../shared/n8n/parameters/budgetProperty';
import { consentProperty, topicProperty } from '../../shared/n8n/parameters/consentProperty';
import { convertMarkdownProperty } from '../../shared/n8n/parameters/convertMarkdownProperty';
import { failedWordsProperty } from '../../shared/n8n/parameters/failedWordsProperty';
import { mannersProperty } from '../../shared/n8n/parameters/mannersProperty';
import { numberCountryProperty } from '../../shared/n8n/parameters/numberCountryProperty';
import { recipientProperty } from '../../shared/n8n/parameters/recipientProperty';
import { safetyMarginProperty } from '../../shared/n8n/parameters/safetyMarginProperty';
import { sendOnceKeyProperty } from '../../shared/n8n/parameters/sendOnceKeyProperty';
import { whenUndecidedProperty } from '../../shared/n8n/parameters/whenUndecidedProperty';
import { templateProperties } from '../../shared/n8n/templates/templateProperties';
import { keepDaysProperty } from '../outbox/keepDaysProperty';
import { purposeProperty } from '../purposeProperty';
import { textVariableProperty } from '../textVariableProperty';

const shownForText = { whenClosed: ['template'] };
const shownForTemplate = { whenClosed: ['template', 'keep'] };

/** Only where an AI agent has the node as a tool. */
const toolNotice: INodeProperties = {
	displayName:
		'Let the model fill in <b>Recipient</b> and <b>Text</b>: click the stars at the right of each. Choose everything else yourself.',
	name: 'toolNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '@tool': [true] } },
};

export const properties: INodeProperties[] = [
	toolNotice,
	phoneNumberProperty,
	recipientProperty,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Your table for two is booked for 19:30.',
		description:
			'What the person will read. Markdown is fine. A long text becomes several messages; a template takes it in one line of at most 1024 characters.',
	},
	purposeProperty,
	topicProperty,
	{
		displayName: 'When the Window Is Closed',
		name: 'whenClosed',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Keep It and Nudge',
				value: 'keep',
				description: 'Ask the person by an approved template to write, and send the text as soon as the person does',
			},
			{ name: 'Send a Template Instead', value: 'template', description: 'Put the text into a variable of an approved template, and send that' },
			{ name: 'Send Nothing', value: 'route', description: 'Say that the person has to write first' },
		],
		default: 'template',
		description: 'What to do when WhatsApp does not allow a free-form message at the moment of sending',
	},
	keepDaysProperty,
	...templateProperties(shownForTemplate, [textVariableProperty(shownForText)]),
	consentProperty(),
	mannersProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			failedWordsProperty,
			{ ...convertMarkdownProperty, default: 'off', description: "What to do with Markdown, as language models write it, in the text; converted unless you choose 'Off'" },
			numberCountryProperty,
			budgetProperty,
			safetyMarginProperty,
			{
				...sendOnceKeyProperty,
				description:
					'A name for this message, for example the order number and the event. Whatever runs twice, a person gets a message with the same key once. When empty, an AI agent that gives the same text for the same person twice in one execution sends it once.',
			},
			whenUndecidedProperty,
		],
	},
];

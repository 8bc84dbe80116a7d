import type { INodeProperties } from 'n8n-workflow';

import { TAKE_OVER_WORDS } from '../../shared/domain/asksForPerson';
import { takeOverEndProperty, takeOverHoursProperty } from '../../shared/n8n/parameters/takeOverProperties';

/** For the options of the trigger: how a person of the business takes a conversation over from the bot. */
export const takeOverOptions: INodeProperties[] = [
	{
		...takeOverEndProperty,
		description:
			'When the bot has a conversation again that a person has taken over, by a message in the WhatsApp Business app or because of a word below. WhatsApp Conversation Check and the send nodes go by it.',
	},
	{ ...takeOverHoursProperty, description: 'How long after the last sign of a person the bot has the conversation again; ignored where it ends when given back' },
	{
		displayName: 'Take-Over Words',
		name: 'takeOverWords',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add' },
		default: [...TAKE_OVER_WORDS],
		placeholder: 'e.g. talk to somebody',
		description:
			'Messages and titles of buttons that ask for a person; the whole message, in any case and with any punctuation. None where you do not add this option.',
	},
];

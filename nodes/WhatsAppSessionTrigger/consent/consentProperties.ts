import type { INodeProperties } from 'n8n-workflow';

import { CONSENT_LANGUAGES, CONSENT_WORD_TABLE } from '../../shared/domain/consentWords/consentWordTable';

const words = (displayName: string, name: string, placeholder: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add' },
	default: [],
	placeholder,
	description,
});

/** For the options of the trigger: how people opt in and out by what they write and tap. */
export const consentOptions: INodeProperties[] = [
	{
		displayName: 'Confirm Opt-Ins With',
		name: 'confirmOptIn',
		type: 'string',
		default: '',
		placeholder: 'e.g. Welcome back! Write STOP to hear no more from us.',
		description: 'A message that answers a start word or button, once. Leave empty for none.',
	},
	{
		displayName: 'Confirm Opt-Outs With',
		name: 'confirmOptOut',
		type: 'string',
		default: '',
		placeholder: 'e.g. You will get no more offers from us. Write START to get them again.',
		description: 'A message that answers a stop word or button, once and within the window. Leave empty for none.',
	},
	words('Opt-In Buttons', 'startButtons', 'e.g. Yes, keep me posted', 'Titles or payloads of quick replies and buttons that opt in'),
	words('Opt-Out Buttons', 'stopButtons', 'e.g. No more offers', 'Titles or payloads of quick replies and buttons that opt out. A title that is a stop word does so by itself.'),
	words('Start Words', 'moreStartWords', 'e.g. join', 'Further messages that opt in; the whole message, in any case and with any punctuation'),
	{
		displayName: 'Start Words Mean',
		name: 'startWordsMean',
		type: 'options',
		options: [
			{ name: 'Take Back an Opt-Out', value: 'takeBack', description: 'Of somebody who has not opted out they say nothing: a START may be how people say hello' },
			{ name: 'Opt In', value: 'optIn', description: 'An opt-in to what stop words cover, also of somebody who is new. Ask people for it in so many words.' },
		],
		default: 'takeBack',
		description: 'What a start word is. A start button always opts in.',
	},
	words('Stop Words', 'moreStopWords', 'e.g. genug', 'Further messages that opt out; the whole message, in any case and with any punctuation'),
	{
		displayName: 'Stop Words Cover',
		name: 'stopWordsCover',
		type: 'options',
		options: [
			{ name: 'Everything', value: 'everything', description: 'No template of any kind any more; free-form messages only answer what the person writes' },
			{ name: 'Marketing', value: 'marketing', description: 'No marketing templates any more; order updates and codes go on' },
		],
		default: 'marketing',
		description: 'What somebody who writes a stop word or taps an opt-out button has opted out of',
	},
	{
		displayName: 'Stop Words of Languages',
		name: 'wordLanguages',
		type: 'multiOptions',
		options: CONSENT_LANGUAGES.map((value) => ({ name: CONSENT_WORD_TABLE[value].name, value })),
		default: [...CONSENT_LANGUAGES],
		description: 'Whose lists of stop and start words count, as whole messages. All of them where you do not add this option.',
	},
	words('Words That Are None', 'otherWords', 'e.g. sair', 'Stop and start words of the lists that mean something else to the people who write to you'),
];

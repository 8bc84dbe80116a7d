import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_GRAPH_API_BASE_URL, DEFAULT_GRAPH_API_VERSION, DIALOG360_BASE_URL } from '../../cloudApi/client/graphApi';
import type { Provider } from '../../cloudApi/client/graphUrl';
import { SECRET_HEADER } from '../../webhook/verifySecret';

const shownFor = (...provider: Provider[]): Pick<INodeProperties, 'displayOptions'> => ({ displayOptions: { show: { provider } } });
const password: Pick<INodeProperties, 'type' | 'typeOptions' | 'default'> = { type: 'string', typeOptions: { password: true }, default: '' };

/** Who is between this n8n and WhatsApp, what lets requests in there, and what proves that a webhook comes from there. */
export const providerProperties: INodeProperties[] = [
	{
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		options: [
			{ name: 'Meta', value: 'meta', description: "Your own Meta app and Meta's Cloud API" },
			{
				name: '360dialog',
				value: 'dialog360',
				description: 'The Cloud API through 360dialog, with the API key of one number. Publishing the trigger sets its webhook there.',
			},
			{
				name: 'Another Host',
				value: 'other',
				description: "Another host that takes the Cloud API's own requests, with a header of its own. Its webhooks are set in its console.",
			},
		] satisfies Array<{ value: Provider; name: string; description: string }>,
		default: 'meta',
		description: 'Who connects you to WhatsApp. The window, consent and templates work alike with all of them.',
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		...password,
		required: true,
		description:
			'Token of a system user with the permissions whatsapp_business_messaging and whatsapp_business_management. A system user token does not expire.',
		...shownFor('meta'),
	},
	{
		displayName: 'API Key',
		name: 'dialog360ApiKey',
		...password,
		required: true,
		description: 'From the 360dialog Hub. It belongs to one business number: for another number make another credential.',
		...shownFor('dialog360'),
	},
	{
		displayName: 'Base URL',
		name: 'hostBaseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://api.example.com/whatsapp',
		description: 'What stands in front of the version, for example of /v25.0/106540352242922/messages',
		...shownFor('other'),
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		default: 'Authorization',
		required: true,
		placeholder: 'e.g. X-API-Key',
		description: 'The header by which the host lets requests in',
		...shownFor('other'),
	},
	{
		displayName: 'Header Value',
		name: 'headerValue',
		...password,
		required: true,
		description: 'The whole of it, with Bearer before the key if your provider asks for that',
		...shownFor('other'),
	},
	{
		displayName: 'Business Account ID',
		name: 'businessAccountId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 102290129340398',
		description:
			'ID of the WhatsApp Business Account (WABA), from WhatsApp > API Setup in the Meta console, or from the pages of your provider',
	},
	{
		displayName: 'Webhook Proof',
		name: 'webhookProof',
		type: 'options',
		options: [
			{ name: 'Secret in a Header', value: 'secret', description: `Your provider sends ${SECRET_HEADER} with the secret below` },
			{ name: "Meta's Signature", value: 'signature', description: "Your provider passes Meta's own request on, with its signature, and you know the app secret" },
		],
		default: 'secret',
		description: 'How a webhook proves that it comes from your provider. Whatever proves nothing is refused.',
		...shownFor('other'),
	},
	{
		displayName: 'Webhook Secret',
		name: 'webhookSecret',
		...password,
		description: `At least 16 characters of your own choice, which only your provider is told: webhooks without them are refused. At 360dialog, publishing the trigger has it sent as the header ${SECRET_HEADER}.`,
		...shownFor('dialog360', 'other'),
	},
	{
		displayName: 'App ID',
		name: 'appId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 670843887433847',
		description: 'ID of the Meta app that the webhooks belong to',
		...shownFor('meta'),
	},
	{
		displayName: 'App Secret',
		name: 'appSecret',
		...password,
		description:
			'From App Settings > Basic in the Meta console. Meta signs webhooks with it; without it the trigger refuses every webhook.',
		...shownFor('meta', 'other'),
	},
	{
		displayName: 'Previous App Secret',
		name: 'previousAppSecret',
		...password,
		description:
			'Only while you change the app secret: webhooks signed with either of the two are accepted. Clear it afterwards.',
		...shownFor('meta', 'other'),
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		...password,
		description:
			'Any text of your own. Paste the same text into Meta when you enter the callback URL; the trigger shows it to you.',
		...shownFor('meta', 'other'),
	},
];

/** Where the Graph API is, for the simulator and for proxies. */
export const graphApiProperties: INodeProperties[] = [
	{
		displayName: 'Graph API Version',
		name: 'graphApiVersion',
		type: 'string',
		default: DEFAULT_GRAPH_API_VERSION,
		placeholder: 'e.g. v25.0',
		description: 'Version of the Graph API that is called',
		...shownFor('meta', 'other'),
	},
	{
		displayName: 'Graph API Base URL',
		name: 'graphApiBaseUrl',
		type: 'string',
		default: DEFAULT_GRAPH_API_BASE_URL,
		placeholder: 'e.g. https://graph.facebook.com',
		description: 'Change it only to use the simulator or a proxy',
		...shownFor('meta'),
	},
	{
		displayName: '360dialog Base URL',
		name: 'dialog360BaseUrl',
		type: 'string',
		default: DIALOG360_BASE_URL,
		placeholder: 'e.g. https://waba-v2.360dialog.io',
		description: 'Change it only to use the simulator or a proxy',
		...shownFor('dialog360'),
	},
];

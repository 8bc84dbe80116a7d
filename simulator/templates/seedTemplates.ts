import { marketingSeeds } from './seeds/marketingSeeds.ts';
import { body, mediaHeader } from './seeds/seedParts.ts';
import { utilitySeeds } from './seeds/utilitySeeds.ts';
import type { TemplateComponent } from './TemplateDefinition.ts';
import type { TemplateDraft } from './TemplateDraft.ts';

const orderExamples = [
	{ param_name: 'first_name', example: 'Ada' },
	{ param_name: 'order_id', example: '1042' },
	{ param_name: 'status', example: 'shipped' },
];

function card(text: string): { components: TemplateComponent[] } {
	return {
		components: [
			mediaHeader('IMAGE', 'header.jpg'),
			body(text),
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Tell me more' }] },
		],
	};
}

/** The templates a fresh simulator has; approved unless a status says otherwise. */
export const seedTemplates: readonly TemplateDraft[] = [
	{
		name: 'appointment_reminder',
		components: [
			body(
				'Hello {{1}}, this is a reminder of your appointment on {{2}}. Reply to this message to change it.',
				'Ada',
				'12 May at 10:30',
			),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Confirm' },
					{ type: 'QUICK_REPLY', text: 'Change' },
				],
			},
		],
	},
	{
		name: 'order_update',
		parameter_format: 'NAMED',
		components: [
			{
				type: 'BODY',
				text: 'Hello {{first_name}}, your order {{order_id}} is now {{status}}. Thank you for your patience.',
				example: { body_text_named_params: orderExamples },
			},
			{ type: 'FOOTER', text: 'Example Shop' },
		],
	},
	{
		name: 'order_update',
		language: 'de',
		parameter_format: 'NAMED',
		components: [
			{
				type: 'BODY',
				text: 'Hallo {{first_name}}, Ihre Bestellung {{order_id}} ist jetzt {{status}}. Vielen Dank für Ihre Geduld.',
				example: { body_text_named_params: orderExamples },
			},
			{ type: 'FOOTER', text: 'Example Shop' },
		],
	},
	{
		name: 'support_reply',
		components: [
			body(
				'We have an answer to your question: {{1}} Reply to continue the conversation.',
				'Your parcel left the warehouse today.',
			),
		],
	},
	{
		name: 'hello_world',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Hello World' },
			body('Welcome and congratulations! This message shows that your business can send message templates.'),
			{ type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
		],
	},
	{
		name: 'message_waiting',
		components: [body('There is a message from us for you. Reply to this message to read it.')],
	},
	{
		name: 'summer_sale',
		category: 'MARKETING',
		components: [
			{ type: 'HEADER', format: 'TEXT', text: 'Our summer sale' },
			body('Hello {{1}}, everything for the garden is cheaper until Sunday.', 'Ada'),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Show offers' },
					{ type: 'QUICK_REPLY', text: 'Unsubscribe' },
				],
			},
		],
	},
	{
		name: 'paused_offer',
		status: 'PAUSED',
		category: 'MARKETING',
		components: [body('This offer was reported too often and rests for three hours.')],
		quality_score: { score: 'RED', date: 1_770_000_000 },
	},
	{
		name: 'rejected_notice',
		status: 'REJECTED',
		components: [body('This notice did not pass the review.')],
	},
	{
		name: 'receipt_with_image',
		components: [mediaHeader('IMAGE', 'header.jpg'), body('Hello {{1}}, here is the receipt for your purchase.', 'Ada')],
	},
	{
		name: 'track_parcel',
		components: [
			body('Your parcel {{1}} is on its way.', 'JD0001'),
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Track parcel',
						url: 'https://shop.example/track/{{1}}',
						example: ['https://shop.example/track/JD0001'],
					},
				],
			},
		],
	},
	{
		name: 'spring_collection',
		category: 'MARKETING',
		components: [
			body('Hello {{1}}, these are the new plants of this spring.', 'Ada'),
			{ type: 'CAROUSEL', cards: [card('Lavender, for sunny places'), card('Fern, for the shade')] },
		],
	},
	...utilitySeeds,
	...marketingSeeds,
];

import type { TemplateDraft } from '../TemplateDraft.ts';
import { body, buttons, linkWithEnd, mediaHeader, namedBody } from './seedParts.ts';

const CODE_PAGE = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp';

/** Utility and authentication templates, one for each component and button that they may have. */
export const utilitySeeds: readonly TemplateDraft[] = [
	{
		name: 'order_confirmation',
		parameter_format: 'NAMED',
		components: [
			mediaHeader('DOCUMENT', 'invoice.pdf'),
			namedBody(
				'Hello {{first_name}}, thank you for your order {{order_id}} of {{amount}}. Your invoice is attached.',
				{ first_name: 'Ada', order_id: '1042', amount: '$89.90' },
			),
			{ type: 'FOOTER', text: 'Example Shop' },
			buttons(linkWithEnd('View order', 'https://shop.example/orders/', '1042')),
		],
	},
	{
		name: 'event_ticket',
		components: [
			mediaHeader('IMAGE', 'ticket.png'),
			body(
				'Hello {{1}}, here is your ticket for {{2}}. Please show the picture at the entrance.',
				'Ada',
				'the garden tour on 12 May',
			),
		],
	},
	{
		name: 'store_location',
		components: [
			{ type: 'HEADER', format: 'LOCATION' },
			body('Your order {{1}} is ready. You can pick it up here until 6 p.m.', '1042'),
			buttons({ type: 'PHONE_NUMBER', text: 'Call the store', phone_number: '+15550100001' }),
		],
	},
	{
		name: 'login_code',
		category: 'AUTHENTICATION',
		components: [
			{
				...body(
					'*{{1}}* is your verification code. For your security, do not share this code.',
					'123456',
				),
				add_security_recommendation: true,
			},
			{ type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
			buttons(linkWithEnd('Copy code', CODE_PAGE, '123456')),
		],
	},
	{
		name: 'appointment_flow',
		components: [
			body('Hello {{1}}, it is time for the yearly check of your heating. When may we visit you?', 'Ada'),
			buttons({ type: 'FLOW', text: 'Choose a date', flow_id: '1087654321098765' }),
		],
	},
	{
		name: 'support_call',
		components: [
			body('Hello {{1}}, we have looked into your case. Would you like to talk to us about it?', 'Ada'),
			buttons({ type: 'VOICE_CALL', text: 'Call us' }),
		],
	},
	{
		name: 'call_permission',
		components: [
			body('Hello {{1}}, may we call you about your order {{2}} when we have found an answer?', 'Ada', '1042'),
			{ type: 'CALL_PERMISSION_REQUEST' },
		],
	},
	{
		name: 'contact_request',
		components: [
			body('Hello {{1}}, our driver would like to reach you on the day of the delivery.', 'Ada'),
			buttons({ type: 'REQUEST_CONTACT_INFO', text: 'Share phone number' }),
		],
	},
	{
		name: 'payment_request',
		components: [
			body('Hello {{1}}, thank you for your order. Please review and pay it here, and we send it today.', 'Ada'),
			buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' }),
		],
	},
	{
		name: 'invoice_due',
		components: [
			body('Hello {{1}}, your invoice {{2}} is due. You can pay it with the buttons below.', 'Ada', '1042'),
			buttons(
				{ type: 'PAYMENT_REQUEST', text: 'Copy Pix code', payment_setting: { type: 'pix_dynamic_code', pix_dynamic_code: { code: '00020101021226700014br.gov.bcb.pix2548pix.example' } } },
				{ type: 'PAYMENT_REQUEST', text: 'Open payment link', payment_setting: { type: 'payment_link', payment_link: { uri: 'https://pay.example/invoice' } } },
			),
		],
	},
	{
		name: 'shipping_update',
		sub_category: 'ORDER_STATUS',
		components: [body('Hello {{1}}, there is news about your parcel.', 'Ada'), { type: 'FOOTER', text: 'Example Shop' }],
	},
	{
		name: 'delivery_survey',
		status: 'PENDING',
		components: [body('Hello {{1}}, how did you like the delivery of your order?', 'Ada')],
	},
	{
		name: 'old_newsletter',
		status: 'DISABLED',
		category: 'MARKETING',
		components: [body('Here is what was new in our shop this month.')],
		quality_score: { score: 'RED', date: 1_770_000_000 },
	},
];

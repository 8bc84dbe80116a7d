/**
 * The webhook fields that every app may have: without them the trigger misses messages, opt-outs, and changes of templates
 * and of the account. Others depend on the version of the API and on what Meta has rolled out.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 */
export const ESTABLISHED_FIELDS: readonly string[] = [
	'messages',
	'calls',
	'user_preferences',
	'message_template_status_update',
	'message_template_quality_update',
	'template_category_update',
	'account_update',
	'account_alerts',
	'account_review_update',
	'business_capability_update',
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
];

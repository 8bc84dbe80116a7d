/**
 * The fields that follow an override of a WABA or of a business number; every other one goes to the app's own address.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export const overridableFields: ReadonlySet<string> = new Set([
	'messages',
	'message_echoes',
	'calls',
	'consumer_profile',
	'messaging_handovers',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'smb_message_echoes',
	'smb_app_state_sync',
	'history',
	'account_settings_update',
]);

import { ESTABLISHED_FIELDS } from './establishedFields';

/**
 * The fields of conversation routing, which Meta rolls out account by account since 2026-09-23: what another responder is to answer, and who
 * has a conversation. Where Meta does not know them yet the others are subscribed without them.
 */
export const ROUTING_FIELDS: readonly string[] = ['standby', 'messaging_handovers'];

/**
 * The webhook fields that this pack understands, and that an app is subscribed to by automatic registration.
 *
 * Fields that Meta spells in two ways, or whose shape nobody has published, are left out: one name that Meta does not
 * know makes it refuse all of them.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (read 2026-09-11)
 */
export const WEBHOOK_FIELDS: readonly string[] = [
	...ESTABLISHED_FIELDS,
	'message_echoes',
	'smb_message_echoes',
	'smb_app_state_sync',
	'history',
	'message_template_components_update',
	'account_settings_update',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	...ROUTING_FIELDS,
];

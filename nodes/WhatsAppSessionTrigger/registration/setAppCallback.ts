import { CloudApiError } from '../../shared/cloudApi/CloudApiError';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';
import { WEBHOOK_FIELDS } from './webhookFields';

const INVALID_PARAMETER = 100;

/** Every app may have these; the others depend on the version of the API and on what Meta has rolled out. */
const ESTABLISHED_FIELDS = [
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

/**
 * Makes the trigger the callback of the app, for everything this pack understands and whatever was subscribed before.
 *
 * Where Meta does not take all of the fields, the established ones are subscribed: messages matter more than a rare
 * field.
 */
export async function setAppCallback(registration: Registration, { app }: RegistrationState): Promise<void> {
	const { admin, appId, callback } = registration;
	const subscribe = async (fields: readonly string[]) =>
		await admin.setAppSubscription(appId, callback, [...new Set([...(app?.fields ?? []), ...fields])]);
	await subscribe(WEBHOOK_FIELDS).catch(async (error: unknown) => {
		const isRefused = error instanceof CloudApiError && error.code === INVALID_PARAMETER;
		await (isRefused ? subscribe(ESTABLISHED_FIELDS) : Promise.reject(error as Error));
	});
}

import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { ESTABLISHED_FIELDS } from '../../shared/cloudApi/webhookAdmin/establishedFields';
import { WEBHOOK_FIELDS } from '../../shared/cloudApi/webhookAdmin/webhookFields';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const INVALID_PARAMETER = 100;

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

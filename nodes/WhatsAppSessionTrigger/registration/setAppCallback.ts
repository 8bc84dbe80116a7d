import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { ESTABLISHED_FIELDS } from '../../shared/cloudApi/webhookAdmin/establishedFields';
import { ROUTING_FIELDS, WEBHOOK_FIELDS } from '../../shared/cloudApi/webhookAdmin/webhookFields';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const INVALID_PARAMETER = 100;

/**
 * Makes the trigger the callback of the app, for everything this pack understands and whatever was subscribed before.
 *
 * Where Meta does not take all of the fields, those are left out that are being rolled out; where it does not take that either, the
 * established ones are subscribed: messages matter more than a rare field.
 */
export async function setAppCallback(registration: Registration, { app }: RegistrationState): Promise<void> {
	const { admin, appId, callback } = registration;
	const subscribe = async (fields: readonly string[]) =>
		await admin.setAppSubscription(appId, callback, [...new Set([...(app?.fields ?? []), ...fields])]);
	const settled = WEBHOOK_FIELDS.filter((field) => !ROUTING_FIELDS.includes(field));
	await subscribe(WEBHOOK_FIELDS)
		.catch(async (error: unknown) => await (isRefused(error) ? subscribe(settled) : Promise.reject(error as Error)))
		.catch(async (error: unknown) => await (isRefused(error) ? subscribe(ESTABLISHED_FIELDS) : Promise.reject(error as Error)));
}

function isRefused(error: unknown): boolean {
	return error instanceof CloudApiError && error.code === INVALID_PARAMETER;
}

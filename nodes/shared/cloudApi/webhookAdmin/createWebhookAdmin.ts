import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest, GraphTransport } from '../client/GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { listGraphItems } from '../client/listGraphItems';
import { redactSecrets } from '../errors/redactSecrets';
import { toGraphId } from '../client/toGraphId';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';
import type {
	AppSubscription,
	Callback,
	NumberCallbacks,
	SubscribedApp,
	TokenInfo,
	WebhookAdmin,
} from './WebhookAdmin';
import { withoutMessageText } from '../errors/withoutMessageText';

const WHATSAPP_ACCOUNTS = 'whatsapp_business_account';
const DEFAULT_MAX_TRIES = 3;
const LONGEST_REASON = 300;
const MANAGEMENT = 'whatsapp_business_management';

/**
 * Makes the requests by which webhooks are set up, over a transport that knows the token and the app's own one.
 *
 * Reads are repeated as those of the Cloud API client are; whatever changes something is repeated only after a refusal
 * that asks for it. An ID that is not made of digits is refused before any request.
 *
 * @param options.wait - waits that many milliseconds; a timer by default
 * @param options.maxTries - how often a request is made at most, the first time included; 3 by default
 */
export function createWebhookAdmin(
	transport: GraphTransport,
	options: { wait?: (ms: number) => Promise<void>; maxTries?: number } = {},
): WebhookAdmin {
	const calling: GraphCalling = {
		transport,
		wait: options.wait ?? waitMs,
		maxTries: options.maxTries ?? DEFAULT_MAX_TRIES,
	};
	return {
		inspectToken: async (accessToken) => await inspectToken(calling, accessToken),
		getAppSubscription: async (appId) => await getAppSubscription(calling, appId),
		setAppSubscription: async (appId, callback, fields) => await setAppSubscription(calling, appId, callback, fields),
		deleteAppSubscription: async (appId) => await deleteAppSubscription(calling, appId),
		listSubscribedApps: async (businessAccountId) => await listSubscribedApps(calling, businessAccountId),
		subscribeApp: async (businessAccountId, override) => await subscribeApp(calling, businessAccountId, override),
		getNumberCallbacks: async (phoneNumberId) => await getNumberCallbacks(calling, phoneNumberId),
		setNumberOverride: async (phoneNumberId, override) => await setNumberOverride(calling, phoneNumberId, override),
	};
}

async function waitMs(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

async function inspectToken(calling: GraphCalling, accessToken: string): Promise<TokenInfo> {
	const query = { input_token: accessToken };
	const request: GraphRequest = { method: 'GET', as: 'app', path: '/debug_token', query };
	const { status, body } = await callGraph(calling, request);
	const { data } = body;
	if (!isRecord(data) || typeof data.is_valid !== 'boolean') throw toUnreadableAnswerError({ status }, request);
	const expiresAtMs = Number(data.expires_at) * 1000;
	const businessAccountIds = findTargets(data.granular_scopes);
	const reason = isRecord(data.error) ? toText(data.error.message) : '';
	return {
		appId: toText(data.app_id),
		isValid: data.is_valid,
		...(reason !== '' && { reason: redactSecrets(withoutMessageText(reason, query)).slice(0, LONGEST_REASON) }),
		scopes: toTexts(data.scopes),
		...(businessAccountIds.length > 0 && { businessAccountIds }),
		// Meta writes 0 for a token that does not expire.
		...(expiresAtMs > 0 && { expiresAtMs }),
	};
}

/** Empty where the permission is not limited to some accounts. */
function findTargets(granularScopes: unknown): string[] {
	if (!Array.isArray(granularScopes)) return [];
	const entry = (granularScopes as unknown[]).filter(isRecord).find(({ scope }) => scope === MANAGEMENT);
	return toTexts(entry?.target_ids).filter((id) => /^\d+$/.test(id));
}

async function getAppSubscription(calling: GraphCalling, appId: string): Promise<AppSubscription | undefined> {
	const request: GraphRequest = { method: 'GET', as: 'app', path: subscriptionsPath(appId) };
	const { status, body } = await callGraph(calling, request);
	if (!Array.isArray(body.data)) throw toUnreadableAnswerError({ status }, request);
	const found = (body.data as unknown[]).filter(isRecord).find(({ object }) => object === WHATSAPP_ACCOUNTS);
	if (found === undefined) return undefined;
	const fields: unknown[] = Array.isArray(found.fields) ? found.fields : [];
	return {
		callbackUrl: toText(found.callback_url),
		// Earlier versions of the API list plain names.
		fields: toTexts(fields.map((field) => (isRecord(field) ? field.name : field))),
		isActive: found.active !== false,
	};
}

async function setAppSubscription(
	calling: GraphCalling,
	appId: string,
	{ callbackUrl, verifyToken }: Callback,
	fields: string[],
): Promise<void> {
	const body = {
		object: WHATSAPP_ACCOUNTS,
		callback_url: callbackUrl,
		verify_token: verifyToken,
		fields: fields.join(','),
		include_values: true,
	};
	await change(calling, { method: 'POST', as: 'app', path: subscriptionsPath(appId), body });
}

async function deleteAppSubscription(calling: GraphCalling, appId: string): Promise<void> {
	const query = { object: WHATSAPP_ACCOUNTS };
	await change(calling, { method: 'DELETE', as: 'app', path: subscriptionsPath(appId), query });
}

async function listSubscribedApps(calling: GraphCalling, businessAccountId: string): Promise<SubscribedApp[]> {
	const items = await listGraphItems(calling, subscribedAppsPath(businessAccountId), []);
	return items.flatMap((item) => {
		if (!isRecord(item) || !isRecord(item.whatsapp_business_api_data)) return [];
		const { id, name } = item.whatsapp_business_api_data;
		const overrideUrl = toText(item.override_callback_uri);
		return [{ appId: toText(id), name: toText(name), ...(overrideUrl !== '' && { overrideUrl }) }];
	});
}

async function subscribeApp(calling: GraphCalling, businessAccountId: string, override?: Callback): Promise<void> {
	const body = override === undefined ? {} : toOverride(override);
	await change(calling, { method: 'POST', path: subscribedAppsPath(businessAccountId), body });
}

async function getNumberCallbacks(calling: GraphCalling, phoneNumberId: string): Promise<NumberCallbacks> {
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}`;
	const request: GraphRequest = { method: 'GET', path, query: { fields: 'webhook_configuration' } };
	const { status, body } = await callGraph(calling, request);
	if (typeof body.id !== 'string') throw toUnreadableAnswerError({ status }, request);
	const configuration = isRecord(body.webhook_configuration) ? body.webhook_configuration : {};
	const [phoneNumber, businessAccount, application] = [
		configuration.phone_number,
		configuration.whatsapp_business_account,
		configuration.application,
	].map(toText);
	return {
		...(phoneNumber && { phoneNumber }),
		...(businessAccount && { businessAccount }),
		...(application && { application }),
	};
}

async function setNumberOverride(calling: GraphCalling, phoneNumberId: string, override?: Callback): Promise<void> {
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}`;
	// Meta takes an empty address for "none".
	const configuration = override === undefined ? { override_callback_uri: '' } : toOverride(override);
	await change(calling, { method: 'POST', path, body: { webhook_configuration: configuration } });
}

/** Makes a request that changes something; Meta answers `{ success: true }`. */
async function change(calling: GraphCalling, request: GraphRequest): Promise<void> {
	const { status, body } = await callGraph(calling, request);
	if (body.success !== true) throw toUnreadableAnswerError({ status }, request);
}

function subscriptionsPath(appId: string): string {
	return `/${toGraphId('App ID', appId)}/subscriptions`;
}

function subscribedAppsPath(businessAccountId: string): string {
	return `/${toGraphId('Business Account ID', businessAccountId)}/subscribed_apps`;
}

function toOverride({ callbackUrl, verifyToken }: Callback): Record<string, string> {
	return { override_callback_uri: callbackUrl, verify_token: verifyToken };
}

function toTexts(values: unknown): string[] {
	return Array.isArray(values) ? values.filter((value): value is string => typeof value === 'string') : [];
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

import { InvalidInputError } from '../../domain/InvalidInputError';
import { AuthorizationError } from '../errors/CloudApiError';
import { isGraphError } from '../errors/isGraphError';
import { redactSecrets } from '../errors/redactSecrets';
import { callGraph } from './callGraph';
import type { GraphRequest, GraphResponse, GraphTransport } from './GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { toGraphText } from './toGraphText';

/** The business number that a key of 360dialog belongs to, as 360dialog tells of it. */
export interface Dialog360Number {
	/** Phone number ID. */
	id: string;
	/** Empty where 360dialog does not say. */
	displayPhoneNumber: string;
	/** Empty where 360dialog does not say. */
	verifiedName: string;
	/** WABA ID; undefined where 360dialog does not say. */
	businessAccountId?: string;
}

/** What the translation needs besides a way to carry requests. */
export interface Dialog360Calling {
	/** Address of 360dialog, without a slash at its end; files come from there as well. */
	baseUrl: string;
	/** Gives what was asked before, or asks; a number keeps its key. */
	remember: (ask: () => Promise<Dialog360Number>) => Promise<Dialog360Number>;
}

const HEALTH: GraphRequest = { method: 'GET', path: '/health_status', query: { fields: 'id,health_status,display_phone_number,verified_name' } };
const LONGEST_WORDS = 200;
const HTTP_UNAUTHORIZED = [401, 403];
const HTTP_TOO_MANY = 429;
const THROUGHPUT_CODE = 130429;
const INVALID_TOKEN_CODE = 190;

/**
 * Lets a client of the Graph API speak with 360dialog, whose key belongs to one business number: paths have neither version nor ID, what
 * belongs to the number and the account is asked of `health_status`, and files are fetched from 360dialog's own host.
 *
 * A request for another number is refused before it leaves: 360dialog would send it from the key's own one. So is what only the Meta app may
 * do, and what 360dialog has no address for.
 *
 * @param carry - carries requests to 360dialog, with its key
 * @throws {InvalidInputError} with what 360dialog does not offer, or the number or account that the key belongs to
 * @throws {AuthorizationError} when 360dialog does not accept the key
 * @see https://docs.360dialog.com/docs/waba-basics/waba-integration "no need to include" the phone number ID (read 2026-11-27)
 * @see https://docs.360dialog.com/docs/waba-messaging/media/upload-retrieve-or-delete-media (read 2026-11-27)
 * @see https://docs.360dialog.com/docs/waba-basics/waba-integration/messaging-health-status (read 2026-11-27)
 *
 * **WARNING:** `/message_templates` in Meta's shape is known from the work of others alone; 360dialog's pages show `/v1/configs/templates`.
 */
export function toDialog360Transport(carry: GraphTransport, { baseUrl, remember }: Dialog360Calling): GraphTransport {
	const carryOwn: GraphTransport = async (request) => withOwnRefusals(await carry(request));
	const ownNumber = async () => await remember(async () => await askNumber(carryOwn));
	return async (request) => {
		const { method, path, query } = request;
		if (request.as !== undefined || /\/uploads$/.test(path)) throw ofTheApp();
		if (path.startsWith('/v1/configs/')) return await carryOwn(request);
		const [, id = '', edge] = /^\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
		const fields = String(query?.fields ?? '');
		if (id === 'message_template_library') throw notOffered('other');
		if (edge === 'message_templates') return await carryOwn({ ...request, path: `/${edge}` });
		if (edge === 'phone_numbers') return ok({ data: [toGraphNumber(await ownNumber())] });
		if (edge !== undefined && ['messages', 'marketing_messages', 'media', 'thread_control'].includes(edge)) {
			requireOwn(await ownNumber(), id);
			return await carryOwn({ ...request, path: `/${edge}` });
		}
		if (edge !== undefined || method !== 'GET') throw notOffered(edge === undefined ? 'edit' : 'other');
		if (fields === 'id,name') return ok(toGraphAccount(await ownNumber(), id));
		// Of its throughput 360dialog says nothing; Meta's standard counts then.
		if (fields !== '') return ok({ id });
		return withOwnAddress(await carryOwn({ method, path }), baseUrl);
	};
}

async function askNumber(transport: GraphTransport): Promise<Dialog360Number> {
	const { body } = await callGraph({ transport, maxTries: 1, wait: async () => await Promise.resolve() }, HEALTH);
	const { entities } = isRecord(body.health_status) ? body.health_status : {};
	const idOf = (type: string) => {
		const found = Array.isArray(entities) ? (entities as unknown[]).filter(isRecord).find(({ entity_type: name }) => name === type) : undefined;
		return toGraphText(found?.id);
	};
	const id = idOf('PHONE_NUMBER') ?? toGraphText(body.id);
	if (id === undefined) throw unknownNumber();
	const businessAccountId = idOf('WABA');
	return {
		id,
		displayPhoneNumber: toGraphText(body.display_phone_number) ?? '',
		verifiedName: toGraphText(body.verified_name) ?? '',
		...(businessAccountId !== undefined && { businessAccountId }),
	};
}

function ok(body: Record<string, unknown>): GraphResponse {
	return { status: 200, body };
}

function toGraphNumber({ id, displayPhoneNumber, verifiedName }: Dialog360Number): Record<string, unknown> {
	return { id, display_phone_number: displayPhoneNumber || id, verified_name: verifiedName };
}

function toGraphAccount({ businessAccountId, verifiedName, displayPhoneNumber }: Dialog360Number, wanted: string): Record<string, unknown> {
	if (businessAccountId === undefined || businessAccountId === wanted) return { id: wanted, name: verifiedName || displayPhoneNumber || wanted };
	throw new InvalidInputError(
		'Business Account ID',
		`The 'API Key' of the credential belongs to the WhatsApp Business Account ${businessAccountId}, and its 'Business Account ID' is ${wanted}.`,
		`Enter ${businessAccountId}, or the key of a number of the account ${wanted}.`,
	);
}

function requireOwn({ id, displayPhoneNumber }: Dialog360Number, wanted: string): void {
	if (id === wanted) return;
	const name = displayPhoneNumber === '' ? id : `${displayPhoneNumber} (${id})`;
	throw new InvalidInputError(
		'Business Phone Number',
		`The 'API Key' of the credential belongs to the number ${name}, and this is about the number ${wanted}.`,
		'At 360dialog every number has a key of its own: use a credential with the key of that number.',
	);
}

/** What 360dialog itself answers, in front of Meta, in words that say so. */
function withOwnRefusals(response: GraphResponse): GraphResponse {
	const { status, body } = response;
	if (isGraphError(body)) return response;
	const words = readWords(body);
	if (HTTP_UNAUTHORIZED.includes(status)) {
		throw new AuthorizationError({
			message: `360dialog does not accept the 'API Key' of the credential (HTTP ${status})`,
			advice: 'Copy the key of this number anew from the 360dialog Hub. Only the key that was made last works.',
			code: INVALID_TOKEN_CODE,
			retry: 'no',
			httpStatus: status,
			details: words,
		});
	}
	if (status !== HTTP_TOO_MANY) return response;
	return { status, body: { error: { code: THROUGHPUT_CODE, message: words || 'Too many requests' } } };
}

/** 360dialog's pages show three shapes of an error; its words are in one of these places. */
function readWords(body: unknown): string {
	if (!isRecord(body)) return '';
	const meta = isRecord(body.meta) ? body.meta : {};
	const words = [meta.developer_message, body.error, body.message].find((text) => typeof text === 'string');
	return redactSecrets(String(words ?? '')).slice(0, LONGEST_WORDS);
}

/** Meta's address of a file asks for Meta's token; 360dialog passes the same path on for its own key. */
function withOwnAddress(response: GraphResponse, baseUrl: string): GraphResponse {
	const { body } = response;
	if (!isRecord(body) || typeof body.url !== 'string' || !URL.canParse(body.url)) return response;
	const { pathname, search } = new URL(body.url);
	return { ...response, body: { ...body, url: `${baseUrl}${pathname}${search}` } };
}

function ofTheApp(): InvalidInputError {
	return new InvalidInputError(
		'Provider',
		'This is done in the name of a Meta app, and at 360dialog the app is 360dialog\'s own.',
		'Do it in the 360dialog Hub: webhooks are set there or by publishing the trigger, and templates with a sample file are created there.',
	);
}

function notOffered(what: 'edit' | 'other'): InvalidInputError {
	return new InvalidInputError(
		'Provider',
		what === 'edit' ? 'Templates cannot be edited through the API of 360dialog.' : '360dialog offers no address for this request.',
		what === 'edit' ? 'Edit it in the 360dialog Hub, or delete it and create it anew under another name.' : 'Do it in the 360dialog Hub.',
	);
}

function unknownNumber(): InvalidInputError {
	return new InvalidInputError(
		'API Key',
		"360dialog does not say which number the 'API Key' of the credential belongs to.",
		"Check that '360dialog Base URL' is that of the Cloud API (waba-v2), and that the number is set up in the 360dialog Hub.",
	);
}

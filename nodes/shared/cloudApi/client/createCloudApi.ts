import { controlThread } from './controlThread';
import { callGraph, type GraphCalling } from './callGraph';
import type { AcceptedMessage, BusinessPhoneNumber, CloudApi, SendEndpoint } from './CloudApi';
import { getMediaFile } from '../media/getMediaFile';
import type { GraphRequest, GraphTransport } from './GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { listFlows } from './listFlows';
import { listGraphItems } from './listGraphItems';
import { markAsRead } from './markAsRead';
import { readThroughput } from './readThroughput';
import type { MessageTemplate } from '../templates/MessageTemplate';
import { TEMPLATE_GRAPH_FIELDS } from '../templates/templateGraphFields';
import { toAcceptedMessage } from './toAcceptedMessage';
import { toGraphId } from './toGraphId';
import { toGraphText } from './toGraphText';
import { toMessageTemplate } from '../templates/toMessageTemplate';
import { toWellFormedBody } from './toWellFormedBody';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';
import { uploadMedia } from '../media/uploadMedia';

const DEFAULT_MAX_TRIES = 3;
const PHONE_NUMBER_FIELDS = ['id', 'display_phone_number', 'verified_name'];

/**
 * Makes a client of the Cloud API over a transport.
 *
 * Sends are not repeated; reads and uploads are, after refusals that pass and after silence. An ID that
 * is not made of digits is refused with {@link InvalidInputError} before any request.
 *
 * @param options.wait - waits that many milliseconds; a timer by default
 * @param options.maxTries - how often a request is made at most, the first time included; 3 by default
 */
export function createCloudApi(
	transport: GraphTransport,
	options: { wait?: (ms: number) => Promise<void>; maxTries?: number } = {},
): CloudApi {
	const calling: GraphCalling = {
		transport,
		wait: options.wait ?? waitMs,
		maxTries: options.maxTries ?? DEFAULT_MAX_TRIES,
	};
	return {
		sendMessage: async (phoneNumberId, message, endpoint = 'messages') =>
			await sendMessage({ ...calling, maxTries: 1 }, `/${toGraphId('Business Phone Number', phoneNumberId)}/${endpoint}`, message),
		markAsRead: async (phoneNumberId, messageId, mark) => await markAsRead(calling, phoneNumberId, messageId, mark),
		controlThread: async (phoneNumberId, action) => await controlThread(calling, phoneNumberId, action),
		uploadMedia: async (phoneNumberId, file) => await uploadMedia(calling, phoneNumberId, file),
		listTemplates: async (businessAccountId) => await listTemplates(calling, businessAccountId),
		listFlows: async (businessAccountId) => await listFlows(calling, businessAccountId),
		listPhoneNumbers: async (businessAccountId) => await listPhoneNumbers(calling, businessAccountId),
		readThroughput: async (phoneNumberId) => await readThroughput(calling, phoneNumberId),
		getBusinessAccount: async (businessAccountId) => await getBusinessAccount(calling, businessAccountId),
		getMediaFile: async (mediaId, phoneNumberId) => await getMediaFile(calling, mediaId, phoneNumberId),
	};
}

async function waitMs(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

async function sendMessage(
	calling: GraphCalling,
	path: `/${string}/${SendEndpoint}`,
	message: Record<string, unknown>,
): Promise<AcceptedMessage> {
	const request: GraphRequest = { method: 'POST', path, body: toWellFormedBody({ ...message, messaging_product: 'whatsapp' }) };
	const { status, body } = await callGraph(calling, request);
	const accepted = toAcceptedMessage(body);
	if (accepted === undefined) throw toUnreadableAnswerError({ status }, request);
	return accepted;
}

async function listTemplates(calling: GraphCalling, businessAccountId: string): Promise<MessageTemplate[]> {
	const path = `/${toGraphId('Business Account ID', businessAccountId)}/message_templates`;
	const items = await listGraphItems(calling, path, TEMPLATE_GRAPH_FIELDS);
	return items.map(toMessageTemplate).filter((template) => template !== undefined);
}

async function listPhoneNumbers(calling: GraphCalling, businessAccountId: string): Promise<BusinessPhoneNumber[]> {
	const path = `/${toGraphId('Business Account ID', businessAccountId)}/phone_numbers`;
	const items = await listGraphItems(calling, path, PHONE_NUMBER_FIELDS);
	return items.flatMap((item) => {
		const id = isRecord(item) ? toGraphText(item.id) : undefined;
		if (!isRecord(item) || id === undefined) return [];
		const { display_phone_number: displayPhoneNumber, verified_name: verifiedName } = item;
		return [{ id, displayPhoneNumber: toGraphText(displayPhoneNumber) ?? '', verifiedName: toGraphText(verifiedName) ?? '' }];
	});
}

async function getBusinessAccount(
	calling: GraphCalling,
	businessAccountId: string,
): Promise<{ id: string; name: string }> {
	const path = `/${toGraphId('Business Account ID', businessAccountId)}`;
	const request: GraphRequest = { method: 'GET', path, query: { fields: 'id,name' } };
	const { status, body } = await callGraph(calling, request);
	const id = toGraphText(body.id);
	if (id === undefined) throw toUnreadableAnswerError({ status }, request);
	return { id, name: toGraphText(body.name) ?? '' };
}

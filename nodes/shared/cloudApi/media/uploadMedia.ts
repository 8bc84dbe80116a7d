import { callGraph, type GraphCalling } from '../client/callGraph';
import type { GraphRequest } from '../client/GraphTransport';
import { ANIMATED_WEBP } from './inspectMimeType';
import type { MediaUpload } from './MediaUpload';
import { toGraphId } from '../client/toGraphId';
import { toGraphText } from '../client/toGraphText';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

/**
 * Uploads a file for messages of one business number; see `CloudApi.uploadMedia`.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export async function uploadMedia(calling: GraphCalling, phoneNumberId: string, file: MediaUpload): Promise<string> {
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}/media`;
	const mimeType = file.mimeType === ANIMATED_WEBP ? 'image/webp' : file.mimeType;
	const form = { fields: { messaging_product: 'whatsapp', type: mimeType }, file: { ...file, mimeType } };
	const request: GraphRequest = { method: 'POST', isRepeatable: true, path, form };
	const { status, body } = await callGraph(calling, request);
	const mediaId = toGraphText(body.id);
	if (mediaId === undefined) throw toUnreadableAnswerError({ status }, request);
	return mediaId;
}

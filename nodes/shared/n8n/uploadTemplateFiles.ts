import { isTemplateFile, type TemplateFile } from '../cloudApi/templates/TemplateMedia';
import type { MediaUpload } from '../cloudApi/MediaUpload';
import { findBinary, type FileContext } from './findTemplateFiles';
import type { Destination, Sender } from './openSender';

/**
 * Uploads the files among the values of a template message, and gives the values with their media IDs.
 *
 * @throws {CloudApiError} when Meta refuses a file
 * @throws {CloudApiNoAnswerError} when an upload gets no answer; no message has gone out then
 */
export async function uploadTemplateFiles(
	context: FileContext,
	sender: Sender,
	{ itemIndex, phoneNumberId }: Destination,
	values: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	const uploaded = { ...values };
	for (const [id, value] of Object.entries(values)) {
		if (!isTemplateFile(value) || value.mediaId !== undefined) continue;
		const mediaId = await sender.account.cloudApi.uploadMedia(phoneNumberId, toUpload(context, itemIndex, value));
		uploaded[id] = { ...value, mediaId } satisfies TemplateFile;
	}
	return uploaded;
}

function toUpload(context: FileContext, itemIndex: number, file: TemplateFile): MediaUpload {
	return {
		fileName: file.fileName ?? file.property,
		mimeType: file.mimeType,
		sizeBytes: file.sizeBytes,
		async open() {
			const binary = findBinary(context, itemIndex, file.property);
			if (binary?.id) return await context.helpers.getBinaryStream(binary.id);
			return Buffer.from(binary?.data ?? '', 'base64');
		},
	};
}

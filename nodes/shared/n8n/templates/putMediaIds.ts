import { isMessageFile, type MessageFile } from '../../cloudApi/media/MessageFile';

/**
 * Gives the values of a template message with the media IDs of the files among them.
 *
 * @param upload - gives the media ID of a file
 */
export async function putMediaIds(
	values: Record<string, unknown>,
	upload: (file: MessageFile) => Promise<string>,
): Promise<Record<string, unknown>> {
	const uploaded = { ...values };
	for (const [id, value] of Object.entries(values)) {
		if (isMessageFile(value)) uploaded[id] = { ...value, mediaId: await upload(value) } satisfies MessageFile;
	}
	return uploaded;
}

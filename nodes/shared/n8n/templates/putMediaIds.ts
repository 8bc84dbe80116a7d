import { isTemplateFile, type TemplateFile } from '../../cloudApi/templates/TemplateMedia';

/**
 * Gives the values of a template message with the media IDs of the files among them.
 *
 * @param upload - gives the media ID of a file
 */
export async function putMediaIds(
	values: Record<string, unknown>,
	upload: (file: TemplateFile) => Promise<string>,
): Promise<Record<string, unknown>> {
	const uploaded = { ...values };
	for (const [id, value] of Object.entries(values)) {
		if (isTemplateFile(value)) uploaded[id] = { ...value, mediaId: await upload(value) } satisfies TemplateFile;
	}
	return uploaded;
}

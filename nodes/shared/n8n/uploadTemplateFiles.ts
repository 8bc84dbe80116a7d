import type { IExecuteFunctions } from 'n8n-workflow';

import type { Destination, Sender } from './openSender';
import { putMediaIds } from './putMediaIds';
import { uploadFile } from './uploadFile';

/**
 * Uploads the files among some values, and gives the values with their media IDs; see {@link uploadFile}.
 *
 * **WARNING:** a media ID that is gone shows at the send; only `sendWithFiles` uploads such a file anew.
 */
export async function uploadTemplateFiles(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	values: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	return await putMediaIds(values, async (file) => (await uploadFile(context, sender, destination, file)).mediaId);
}

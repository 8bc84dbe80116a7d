import type { IDataObject } from 'n8n-workflow';

import type { MessageMedia } from '../../shared/webhook/reading/MessageMedia';

/** Gives the field `media` of a message: what is known of the file that came with it; null when none did. */
export function toMediaJson(media: MessageMedia | undefined): IDataObject | null {
	if (!media) return null;
	return {
		id: media.id,
		mimeType: media.mimeType ?? null,
		sha256: media.sha256 ?? null,
		fileName: media.fileName ?? null,
		caption: media.caption ?? null,
		url: media.url ?? null,
		isVoice: media.isVoice ?? false,
		isAnimated: media.isAnimated ?? false,
	};
}

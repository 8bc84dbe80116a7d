import type { MediaKey, MediaRecord } from '../MediaLibrary';

/** The columns of a file on record; a key alone has only the first four. */
export function toMediaRow({ businessAccountId, phoneNumberId, sha256, mimeType, ...more }: MediaKey & Partial<MediaRecord>) {
	return {
		business_account_id: businessAccountId,
		phone_number_id: phoneNumberId,
		sha256,
		mime_type: mimeType,
		media_id: more.mediaId,
		expires_at_ms: more.expiresAtMs,
	};
}

/** What Meta takes as one kind of media. */
export interface MediaRule {
	/** Without parameters such as `; codecs=opus`. */
	mimeTypes: RegExp;
	/** For sentences. */
	inWords: string;
	largestBytes: number;
	/** The same of a WebP that does not move; undefined where that makes no difference. */
	largestStillBytes?: number;
}

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/**
 * What Meta takes, by the kind of media, as the send call names it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-media (read 2026-05-21; GIF)
 */
export const MEDIA_RULES: Readonly<Record<string, MediaRule>> = {
	image: { mimeTypes: /^image\/(jpeg|png)$/, inWords: 'a JPEG or PNG picture', largestBytes: 5 * MEBIBYTE },
	video: { mimeTypes: /^video\/(mp4|3gpp?)$/, inWords: 'an MP4 or 3GP video', largestBytes: 16 * MEBIBYTE },
	gif: { mimeTypes: /^video\/mp4$/, inWords: 'an MP4 video', largestBytes: 3.5 * MEBIBYTE },
	// More types go through than Meta lists; these pictures, which phones take themselves, are in none of its lists.
	document: { mimeTypes: /^(?!image\/(?:avif|hei[cf]))/, inWords: 'a file that WhatsApp takes', largestBytes: 100 * MEBIBYTE },
	audio: {
		mimeTypes: /^audio\/(aac|amr|mpeg|mp4|m4a|x-m4a|ogg|opus)$/,
		inWords: 'an AAC, AMR, MP3, M4A or OGG recording',
		largestBytes: 16 * MEBIBYTE,
	},
	voice: { mimeTypes: /^audio\/(ogg|opus)$/, inWords: 'an OGG recording with Opus', largestBytes: 16 * MEBIBYTE },
	sticker: {
		mimeTypes: /^image\/webp$/,
		inWords: 'a WebP picture',
		largestBytes: 500 * KIBIBYTE,
		largestStillBytes: 100 * KIBIBYTE,
	},
};

import { readMedia } from '../../../nodes/shared/cloudApi/media/readMedia';

const KIBIBYTE = 1024;
const read = (kind: string, mimeType: string, sizeBytes: number) =>
	readMedia('File', kind, { property: 'data', mimeType, sizeBytes, mediaId: '1' });

describe('readMedia', () => {
	test.each([
		['sticker', 'image/webp', 100 * KIBIBYTE],
		['sticker', 'image/webp; animated=true', 500 * KIBIBYTE],
		['audio', 'audio/m4a', 1],
		['document', 'image/tiff', 1],
	])('takes for a %s a file of the type %s with %i bytes', (kind, mimeType, sizeBytes) => {
		expect(read(kind, mimeType, sizeBytes)).toEqual({ id: '1' });
	});

	test.each([
		['sticker', 'image/webp', 100 * KIBIBYTE + 1, /takes from 1 to 102400 of a sticker that does not move\./],
		['sticker', 'image/webp; animated=true', 500 * KIBIBYTE + 1, /takes from 1 to 512000\./],
		['image', 'image/heic', 1, /wants a JPEG or PNG picture, and the file 'data' is of the type image\/heic/],
		['document', 'image/heic', 1, /wants a file that WhatsApp takes, .* image\/heic/],
		['image', 'image/avif', 1, /of the type image\/avif/],
		['video', 'image/heic', 1, /wants an MP4 or 3GP video, .* image\/heic/],
		['video', 'video/3gpp2', 1, /of the type video\/3gpp2/],
		['audio', 'audio/m4a', 0, /takes from 1 to/],
	])('refuses for a %s a file of the type %s with %i bytes', (kind, mimeType, sizeBytes, words) => {
		expect(() => read(kind, mimeType, sizeBytes)).toThrow(words);
	});

	// It becomes a header of the form that is uploaded.
	test.each(['application/pdf\r\nX-More: 1', 'application/pdf\n\nanother body', 'text/plain\0', 'application/pdf; name="é"'])(
		'refuses a document of the type %j',
		(mimeType) => {
			expect(() => read('document', mimeType, 1)).toThrow(/The file 'data' for 'File' is of a type that cannot be one/);
		},
	);
});

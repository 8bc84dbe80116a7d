import { inspectMimeType } from '../../nodes/shared/cloudApi/inspectMimeType';

const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const text = (words: string) => Buffer.from(words, 'latin1');
const opus = text(`OggS${'\0'.repeat(24)}OpusHead`);

describe('inspectMimeType', () => {
	test.each([
		['a JPEG', hex('ff d8 ff e0'), 'image/jpeg'],
		['a PNG', hex('89 50 4e 47 0d 0a 1a 0a'), 'image/png'],
		['a GIF', text('GIF89a'), 'image/gif'],
		['a WebP', text('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
		['a WAV', text('RIFF\0\0\0\0WAVEfmt '), 'audio/wav'],
		['an OGG with Opus', opus, 'audio/ogg'],
		['an OGG with Vorbis', text(`OggS${'\0'.repeat(24)}\x01vorbis`), 'audio/x-vorbis+ogg'],
		['an AMR', text('#!AMR\n'), 'audio/amr'],
		['an MP3 with a title', text('ID3\x04'), 'audio/mpeg'],
		['an MP3', hex('ff fb 90 00'), 'audio/mpeg'],
		['an AAC', hex('ff f1 50 80'), 'audio/aac'],
		['an M4A', text('\0\0\0\x20ftypM4A '), 'audio/mp4'],
		['an MP4', text('\0\0\0\x20ftypisom'), 'video/mp4'],
		['a 3GP', text('\0\0\0\x20ftyp3gp4'), 'video/3gpp'],
		['a MOV', text('\0\0\0\x14ftypqt  '), 'video/quicktime'],
		['a WebM', hex('1a 45 df a3'), 'video/webm'],
		['a PDF', text('%PDF-1.7'), 'application/pdf'],
	])('knows %s whatever it is called', (_case, head, expected) => {
		expect(inspectMimeType(head, 'application/x-anything')).toBe(expected);
	});

	test.each([
		['an unknown file', text('hello'), 'text/plain'],
		['an empty file', Buffer.alloc(0), 'image/png'],
		['an MP4 that is said to be sound', text('\0\0\0\x20ftypmp42'), 'audio/mp4'],
	])('leaves %s as it was declared', (_case, head, declared) => {
		expect(inspectMimeType(head, declared)).toBe(declared);
	});
});

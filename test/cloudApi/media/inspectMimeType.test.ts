import { inspectMimeType } from '../../../nodes/shared/cloudApi/media/inspectMimeType';

const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const text = (words: string) => Buffer.from(words, 'latin1');
const webp = (flags: number) => Buffer.concat([text('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0'), Buffer.from([flags])]);
const opus = text(`OggS${'\0'.repeat(24)}OpusHead`);

describe('inspectMimeType', () => {
	test.each([
		['a JPEG', hex('ff d8 ff e0'), 'image/jpeg'],
		['a PNG', hex('89 50 4e 47 0d 0a 1a 0a'), 'image/png'],
		['a GIF', text('GIF89a'), 'image/gif'],
		['a WebP', text('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
		['a WebP that moves', webp(0x12), 'image/webp; animated=true'],
		['a WebP with more than its picture', webp(0x10), 'image/webp'],
		['a WAV', text('RIFF\0\0\0\0WAVEfmt '), 'audio/wav'],
		['an OGG with Opus', opus, 'audio/ogg'],
		['an OGG with Vorbis', text(`OggS${'\0'.repeat(24)}\x01vorbis`), 'audio/x-vorbis+ogg'],
		['an AMR', text('#!AMR\n'), 'audio/amr'],
		['an MP3 with a title', hex('49 44 33 04 00 00 00 00 0f 76'), 'audio/mpeg'],
		['an MP3', hex('ff fb 90 00'), 'audio/mpeg'],
		['an AAC', hex('ff f1 50 80'), 'audio/aac'],
		['an M4A', text('\0\0\0\x20ftypM4A '), 'audio/mp4'],
		['an MP4', text('\0\0\0\x20ftypisom'), 'video/mp4'],
		['a 3GP', text('\0\0\0\x20ftyp3gp4'), 'video/3gpp'],
		['a MOV', text('\0\0\0\x14ftypqt  '), 'video/quicktime'],
		['an M4B', text('\0\0\0\x20ftypM4B '), 'audio/mp4'],
		['an M4V', text('\0\0\0\x20ftypM4V '), 'video/mp4'],
		['a 3G2', text('\0\0\0\x20ftyp3g2a'), 'video/3gpp2'],
		['a HEIC', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'image/heic'],
		['a HEIC that names its container', text('\0\0\0\x1cftypmif1\0\0\0\0mif1miafheic'), 'image/heic'],
		['an AVIF', text('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'), 'image/avif'],
		['an AVIF that names its container', text('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'), 'image/avif'],
		['an AVIF that moves', text('\0\0\0\x18ftypavis\0\0\0\0avis'), 'image/avif'],
		['a HEIF of another kind', text('\0\0\0\x14ftypmif1\0\0\0\0mif1'), 'image/heif'],
		['a HEIC that moves', text('\0\0\0\x18ftyphevc\0\0\0\0msf1'), 'image/heic-sequence'],
		['a raw picture of a Canon', text('\0\0\0\x18ftypcrx \0\0\0\x01crx isom'), 'image/x-canon-cr3'],
		['a fragmented MP4', text('\0\0\0\x18ftypiso5\0\0\0\x01iso5dash'), 'video/mp4'],
		['an MP4 of a brand that nobody knows', text('\0\0\0\x18ftypzzzz\0\0\0\0zzzzmp42'), 'video/mp4'],
		['a WebM', hex('1a 45 df a3'), 'video/webm'],
		['a PDF', text('%PDF-1.7'), 'application/pdf'],
	])('knows %s whatever it is called', (_case, head, expected) => {
		expect(inspectMimeType(head, 'application/x-anything')).toBe(expected);
	});

	test.each([
		['an unknown file', text('hello'), 'text/plain'],
		['a file of the format of MP4 without any known brand', text('\0\0\0\x14ftypzzzz\0\0\0\0zzzz'), 'text/plain'],
		['what stands behind the brands', text('\0\0\0\x10ftypzzzz\0\0\0\0mp42'), 'text/plain'],
		['a file that breaks off in its brand', text('\0\0\0\x10ftypmp'), 'text/plain'],
		['an empty file', Buffer.alloc(0), 'image/png'],
		['a text about ID3', text('ID3 ist ein Format'), 'text/plain'],
		['an ID3 of no version', hex('49 44 33 ff 00 00 00 00 0f 76'), 'text/plain'],
		['an ID3 whose size is none', hex('49 44 33 04 00 00 00 00 8f 76'), 'text/plain'],
		['an ID3 with flags that do not exist', hex('49 44 33 04 00 01 00 00 0f 76'), 'text/plain'],
		['an ID3 that breaks off', hex('49 44 33 04 00 00'), 'text/plain'],
	])('leaves %s as it was declared', (_case, head, declared) => {
		expect(inspectMimeType(head, declared)).toBe(declared);
	});

	test.each(['audio/mp4', 'audio/m4a', 'audio/x-m4a', 'audio/mp4a-latm', 'audio/aac'])(
		'takes an MP4 that is said to be %s for sound, under the name that Meta knows',
		(declared) => {
			expect(inspectMimeType(text('\0\0\0\x20ftypisom'), declared)).toBe('audio/mp4');
			expect(inspectMimeType(text('\0\0\0\x20ftypmp42'), declared)).toBe('audio/mp4');
		},
	);
});

import { isoMediaType } from './isoMediaType';

/** A kind of file and the bytes it begins with. */
interface Signature {
	mimeType: string;
	matches: (head: Buffer) => boolean;
}

const ascii = (text: string, at = 0) => (head: Buffer) => head.toString('latin1', at, at + text.length) === text;
const bytes = (...wanted: number[]) => (head: Buffer) => wanted.every((byte, index) => head[index] === byte);

/** Of an animated WebP. The parameter is for our own rules; Meta is given the type alone. */
export const ANIMATED_WEBP = 'image/webp; animated=true';

// The flag in the first byte of a VP8X chunk (developers.google.com/speed/webp/docs/riff_container, "Extended File Format").
const WEBP_ANIMATION = 0x02;

/** A text may begin with these letters too, so the whole header has to be one (id3.org/id3v2.4.0-structure, 3.1). */
function isId3(head: Buffer): boolean {
	const [major = 0, revision = 0xff, flags = 0xff, ...size] = head.subarray(3, 10);
	const isKnownVersion = major >= 2 && major <= 4 && revision < 0xff;
	return ascii('ID3')(head) && isKnownVersion && (flags & 0x0f) === 0 && size.length === 4 && size.every((byte) => byte < 0x80);
}

/** The kinds that Meta tells apart, and those that people take for them; the first that fits counts. */
const SIGNATURES: readonly Signature[] = [
	{ mimeType: 'image/jpeg', matches: bytes(0xff, 0xd8, 0xff) },
	{ mimeType: 'image/png', matches: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
	{ mimeType: 'image/gif', matches: ascii('GIF8') },
	{ mimeType: ANIMATED_WEBP, matches: (head) => ascii('WEBPVP8X', 8)(head) && ((head[20] ?? 0) & WEBP_ANIMATION) !== 0 },
	{ mimeType: 'image/webp', matches: (head) => ascii('RIFF')(head) && ascii('WEBP', 8)(head) },
	{ mimeType: 'audio/wav', matches: (head) => ascii('RIFF')(head) && ascii('WAVE', 8)(head) },
	{ mimeType: 'audio/ogg', matches: (head) => ascii('OggS')(head) && head.includes('OpusHead') },
	{ mimeType: 'audio/x-vorbis+ogg', matches: ascii('OggS') },
	{ mimeType: 'audio/amr', matches: ascii('#!AMR') },
	{ mimeType: 'audio/mpeg', matches: (head) => isId3(head) || [0xfb, 0xf3, 0xf2].some((second) => bytes(0xff, second)(head)) },
	{ mimeType: 'audio/aac', matches: (head) => [0xf1, 0xf9].some((second) => bytes(0xff, second)(head)) },
	{ mimeType: 'video/webm', matches: bytes(0x1a, 0x45, 0xdf, 0xa3) },
	{ mimeType: 'application/pdf', matches: ascii('%PDF-') },
];

/** How much of a file {@link inspectMimeType} has to see, in bytes. */
export const INSPECTED_BYTES = 128;

/**
 * Says of what kind a file is by what it begins with, because names and headers lie: a GIF called photo.png reaches nobody.
 *
 * @param head - its first bytes, {@link INSPECTED_BYTES} or more where the file has as many
 * @param declared - the MIME type that the file came with
 * @returns the kind that the bytes show, else what was declared. Of an MP4 the bytes do not say whether it has pictures: one
 * that came as sound, by whichever of its many names, is `audio/mp4`, the one name that Meta takes. {@link ANIMATED_WEBP} for
 * a WebP that moves
 */
export function inspectMimeType(head: Buffer, declared: string): string {
	const found = SIGNATURES.find(({ matches }) => matches(head))?.mimeType ?? isoMediaType(head);
	if (found === 'video/mp4' && /^audio\//i.test(declared)) return 'audio/mp4';
	return found ?? declared;
}

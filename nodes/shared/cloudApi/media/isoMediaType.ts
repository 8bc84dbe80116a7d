/** What a file of the ISO base media format is, by its brands; the first that fits one of them counts. */
const BRANDS: ReadonlyArray<readonly [mimeType: string, brand: RegExp]> = [
	['image/avif', /^avi[fos]$/],
	['image/heic', /^he(?:ic|ix|im|is)$/],
	['image/heic-sequence', /^hev[cxms]$/],
	['image/heif-sequence', /^msf1$/],
	['image/heif', /^(?:mif[12]|miaf|heif)$/],
	['image/x-canon-cr3', /^crx $/],
	['audio/mp4', /^(?:M4[ABP] |F4[AB] )$/],
	['video/quicktime', /^qt {2}$/],
	['video/3gpp2', /^(?:3g2.|kddi)$/],
	['video/3gpp', /^3g.{2}$/],
	['video/mp4', /^(?:mp4[12]|iso[m2-9a-c]|avc1|av01|M4V.|F4[PV] |f4v |mmp4|MSNV|ND[A-Z]{2}|XAVC|dash|cmf[c-l2]|dby1|MSV.|SDV )$/],
];
/** Of the size, the word ftyp, the major brand and its version; then come the brands that the file is compatible with. */
const HEADER_BYTES = 16;

/**
 * Says what a file of the ISO base media format is: pictures (HEIC, AVIF), sound and videos all begin with `ftyp` and a brand.
 *
 * The major brand counts, and where it says no more than the container (`mif1`), or is not known, those that the file is compatible with.
 *
 * @param head - the first bytes of the file; its brands stand there
 * @returns undefined when it is no such file, or none of its brands is known
 * @see ISO/IEC 14496-12, 4.3 "File Type Box"; the brands are registered at https://mp4ra.org
 */
export function isoMediaType(head: Buffer): string | undefined {
	if (head.toString('latin1', 4, 8) !== 'ftyp') return undefined;
	const end = Math.min(head.readUInt32BE(0), head.length);
	const compatible: string[] = [];
	for (let at = HEADER_BYTES; at + 4 <= end; at += 4) compatible.push(head.toString('latin1', at, at + 4));
	const own = typeOf([head.toString('latin1', 8, 12)]);
	return own === undefined || own.startsWith('image/heif') ? (typeOf(compatible) ?? own) : own;
}

function typeOf(brands: string[]): string | undefined {
	return BRANDS.find(([, brand]) => brands.some((one) => brand.test(one)))?.[0];
}

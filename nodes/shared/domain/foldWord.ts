/** Accents of Latin, Greek and Cyrillic letters; in Arabic the line that stretches a word, vowels, and what stands on an alef. */
const SPARE_MARKS = /[\u0300-\u036f]|\u0640|[\u064b-\u0655]|\u0670/g;

/**
 * Gives a text as it is compared. Marks are taken from letters that people write without them too, in Latin, Greek, Cyrillic and Arabic; in
 * Hindi they are vowels. A Turkish i is an i with and without its dot.
 */
export function foldWord(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\p{Cf}/gu, '')
		.normalize('NFD')
		.replace(SPARE_MARKS, '')
		.replaceAll('ı', 'i')
		.replaceAll('ß', 'ss')
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}]/gu, ' ')
		.split(' ')
		.filter((word) => word !== '')
		.join(' ');
}

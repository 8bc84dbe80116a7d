import type { Random } from '../crash/createRandom.ts';
import { numberOf } from './createPeople.ts';
import type { Identity } from './Happening.ts';

type Spelling = (digits: string) => string | number;

const FULL_WIDTH_ZERO = 0xff10;

const grouped = (digits: string) => `+${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5, 8)}-${digits.slice(8)}`;

/** Spellings as lists, forms, links and people have them. */
const SPELLINGS: Spelling[] = [
	(digits) => `+${digits}`,
	(digits) => `00${digits}`,
	(digits) => digits,
	(digits) => Number(digits),
	(digits) => ` +${digits} `,
	grouped,
	(digits) => grouped(digits).replaceAll(' ', '\u00a0'),
	(digits) => `whatsapp:+${digits}`,
	(digits) => `tel:+${digits}`,
	(digits) => `https://wa.me/${digits}`,
	(digits) => `${digits}@s.whatsapp.net`,
	(digits) => `\u202a+${digits}\u202c`,
	(digits) => `'+${digits}`,
	(digits) => `+${digits}`.replace(/\d/g, (digit) => String.fromCharCode(FULL_WIDTH_ZERO + Number(digit))),
	(digits) => `+${digits}.0`,
];
const BRITISH: Spelling = (digits) => `+44 (0)${digits.slice(2)}`;

/** A name of the person as somebody writes it; plainly where the spelling is not what is asked about. */
export function writeRecipient(who: Identity, by: 'number' | 'userId', random: Random, isPlain: boolean): string | number {
	if (by === 'userId') return who.userId ?? '';
	if (isPlain) return `+${who.number}`;
	const digits = numberOf(who, random) ?? '';
	const spellings = digits.startsWith('44') ? [...SPELLINGS, BRITISH] : SPELLINGS;
	return (spellings[random(spellings.length)] ?? grouped)(digits);
}

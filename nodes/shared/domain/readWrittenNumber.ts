/** A phone number as somebody wrote it. */
export interface WrittenNumber {
	/** What is left without signs and separators: `0` to `9` only. */
	digits: string;
	/**
	 * What the spelling says about the country code:
	 * - `international`: it is there, behind `+` or `00`;
	 * - `linked`: it has to be there, because WhatsApp's links and IDs know no other numbers;
	 * - `bare`: nothing, digits alone, as wa_ids and many tables have them;
	 * - `separated`: nothing, digits in groups, as people write numbers of their own country.
	 */
	spelling: 'international' | 'linked' | 'bare' | 'separated';
}

const SEPARATORS = /[\s().[\]/~\p{Pd}\u2212\u2053\u223c\u30fc\u00b7]/gu;
const SCHEME = /^(?:whatsapp|tel|sms|p):(?!\/\/)/i;
const LINK = /^(?:whatsapp:\/\/|(?:https?:\/\/)?(?:www\.)?(?:wa\.me|whatsapp\.com|api\.whatsapp\.com|web\.whatsapp\.com)\/)/i;
const ACCOUNT = /^(\d{5,15})(?:[.:_]\d{1,5}){0,2}@(?:s\.whatsapp\.net|c\.us)$/i;

/**
 * Reads how a phone number was written: with separators, as `tel:…`, `whatsapp:…` or the `p:…` of Meta's lead forms, as a
 * link (`https://wa.me/…`, `https://api.whatsapp.com/send?phone=…`), as an account of WhatsApp's apps (`…@s.whatsapp.net`,
 * `…@c.us`), or with the `.0` that a sheet leaves behind a number.
 *
 * @param text - see `tidyAddress`
 * @returns undefined when it is no phone number
 */
export function readWrittenNumber(text: string): WrittenNumber | undefined {
	// Most are written so, and ten thousand at a time.
	if (/^\+\d+$/.test(text)) return { digits: text.slice(1), spelling: 'international' };
	const linked = ACCOUNT.exec(text)?.[1] ?? (LINK.test(text) ? numberOfLink(text) : undefined);
	const written = linked ?? numberOfUri(text.replace(SCHEME, '').trim());
	const compact = written.replace(SEPARATORS, '');
	if (!/^\+{0,2}\d+$/.test(compact)) return undefined;
	// A workflow that puts + before every number doubles that of a number that has one.
	if (/^(?:\+|00)/.test(compact)) return { digits: compact.replace(/^(?:\+{1,2}|00)/, ''), spelling: 'international' };
	if (linked !== undefined) return { digits: compact, spelling: 'linked' };
	return { digits: compact, spelling: compact === written ? 'bare' : 'separated' };
}

function numberOfLink(text: string): string {
	const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(address)) return text;
	const { searchParams, pathname } = new URL(address);
	return (searchParams.get('phone') ?? pathname.replaceAll('/', '').replace(/%2b/i, '+')).trim();
}

/** A URI may name an extension behind a semicolon; a sheet's number may end in `.0`, which is no digit of it. */
function numberOfUri(text: string): string {
	const [number = ''] = text.split(';', 1);
	return number.trim().replace(/^(\+?\d+)\.0+$/, '$1');
}

import { linkFault } from '../../../domain/linkFault';

/**
 * Gives the end of a link that a template begins, however it was given: alone, as a path, or as the whole link.
 *
 * With the base `https://shop.example/t/`, all of `42`, `/42`, `/t/42`, `shop.example/t/42`, `//shop.example/t/42` and
 * `https://shop.example/t/42` are `42`; the scheme and the case of the host do not matter. Another host is another link, also with
 * `www.` in front of it.
 *
 * @param given - without white space at its ends
 * @param base - the address up to its variable
 * @returns undefined when nothing is left, or it is another link or no end of one
 */
export function toLinkEnd(given: string, base: string): string | undefined {
	if (given === '' || /\s/.test(given)) return undefined;
	const end = withoutBase(given, base) ?? (isWhole(given) ? '' : given);
	return end === '' ? undefined : end;
}

/** Says why a text is no end of the link, where {@link toLinkEnd} finds none in it; to be read after the name of its field. */
export function linkEndFault(given: string, base: string): string {
	const isBeginning = withoutBase(given, base) === '';
	return linkFault(given, isBeginning ? 'is only the beginning of the link, which the template has already' : 'is another link than that of the template');
}

function withoutBase(given: string, base: string): string | undefined {
	const address = withoutScheme(base);
	const slash = address.indexOf('/');
	const host = slash === -1 ? address : address.slice(0, slash);
	const path = slash === -1 ? '' : address.slice(slash);
	const ofGiven = withoutScheme(given);
	const hasHost = host !== '' && ofGiven.slice(0, host.length).toLowerCase() === host.toLowerCase();
	if (hasHost && ofGiven.slice(host.length).startsWith(path)) return ofGiven.slice(address.length);
	if (isWhole(given)) return undefined;
	const lead = [path, path.endsWith('/') ? '/' : ''].find((start) => start.startsWith('/') && given.startsWith(start));
	return lead === undefined ? undefined : given.slice(lead.length);
}

function withoutScheme(link: string): string {
	return link.replace(/^(?:https?:)?\/\//i, '');
}

function isWhole(given: string): boolean {
	return /^(?:https?:)?\/\/|^www\./i.test(given);
}

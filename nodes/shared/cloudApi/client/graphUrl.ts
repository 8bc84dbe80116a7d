import { InvalidInputError } from '../../domain/InvalidInputError';
import { DEFAULT_GRAPH_API_BASE_URL, DEFAULT_GRAPH_API_VERSION, DIALOG360_BASE_URL } from './graphApi';
import { withoutTrailing } from '../../domain/withoutTrailing';
import { redactSecrets } from '../errors/redactSecrets';

/** Who serves the Graph API: Meta itself, 360dialog in a way of its own, or another host in Meta's way. */
export type Provider = 'meta' | 'dialog360' | 'other';

/** Where the Graph API is found. */
export interface GraphAddress {
	/** Address of the server, `http` or `https`; slashes at its end do not matter. */
	baseUrl: string;
	/** Version as Meta writes it, for example `v25.0`; 360dialog's addresses have none. */
	version: string;
	/** Meta when undefined. */
	provider?: Provider;
	/** Tells the key of the credential from other keys without showing it; undefined where the account has one token for all of its numbers. */
	keyDigest?: string;
}

const VERSION = /^v\d+\.\d+$/;

/** What the field with the address is called in the credential, and what is right in it. */
const FIELDS: Record<Provider, { field: string; advice: string }> = {
	meta: { field: 'Graph API Base URL', advice: `Meta's own is ${DEFAULT_GRAPH_API_BASE_URL}.` },
	dialog360: { field: '360dialog Base URL', advice: `That of 360dialog is ${DIALOG360_BASE_URL}.` },
	other: { field: 'Base URL', advice: 'Your provider names it: all that stands before the version, for example https://api.example.com/whatsapp.' },
};

/**
 * Gives the full address of a path of the Graph API.
 *
 * @param path - path below the version, for example `/106540352242922/messages`
 * @throws {InvalidInputError} when the version is not of the form `v25.0`, or the base URL is not an http(s) address
 * without query
 */
export function graphUrl(address: GraphAddress, path: string): string {
	const base = toBase(address);
	const within = path.replace(/^\/+/, '');
	return address.provider === 'dialog360' ? `${base}/${within}` : `${base}/${toVersion(address)}/${within}`;
}

function toVersion({ version: written }: GraphAddress): string {
	const version = written.trim();
	if (VERSION.test(version)) return version;
	throw new InvalidInputError(
		'Graph API Version',
		`'Graph API Version' is not a version: ${shorten(version)}`,
		`Write it as Meta does, for example ${DEFAULT_GRAPH_API_VERSION}.`,
	);
}

function toBase({ baseUrl, provider = 'meta' }: GraphAddress): string {
	const text = baseUrl.trim();
	if (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text) && !/[?#\s]/.test(text)) {
		return withoutTrailing(text, /\//);
	}
	const { field, advice } = FIELDS[provider];
	throw new InvalidInputError(field, `'${field}' is not an address that begins with https:// or http://: ${shorten(text)}`, advice);
}

function shorten(text: string): string {
	return text === '' ? '(empty)' : redactSecrets(text).slice(0, 80);
}

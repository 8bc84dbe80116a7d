import { InvalidInputError } from '../../domain/InvalidInputError';
import { linkFault } from '../../domain/linkFault';
import { DEFAULT_GRAPH_API_BASE_URL, DEFAULT_GRAPH_API_VERSION, DIALOG360_BASE_URL } from './graphApi';
import { isPrivateHost } from './isPrivateHost';
import { withoutTrailing } from '../../domain/withoutTrailing';
import { redactSecrets } from '../errors/redactSecrets';

/** Who serves the Graph API: Meta itself, 360dialog in a way of its own, or another host in Meta's way. */
export type Provider = 'meta' | 'dialog360' | 'other';

/** Where the Graph API is found. */
export interface GraphAddress {
	/** Address of the server, `https`, or `http` for a private host; slashes at its end do not matter. */
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
 * without query, or has no https and leads to a public host
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
	const { field, advice } = FIELDS[provider];
	if (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text) && !/[?#\s]/.test(text)) {
		refuseReadableToken(new URL(text), field);
		return withoutTrailing(text, /\//);
	}
	throw new InvalidInputError(field, `'${field}' ${linkFault(text, 'is not an address that begins with https:// or http://')}: ${shorten(text)}`, advice);
}

/** Every request bears the token, and without https whoever stands in between reads it. Within a network of one's own nobody does. */
function refuseReadableToken({ protocol, hostname }: URL, field: string): void {
	if (protocol === 'https:' || isPrivateHost(hostname)) return;
	throw new InvalidInputError(
		field,
		`'${field}' begins with http://, so that anybody on the way to ${hostname.slice(0, 80)} could read the access token.`,
		'Begin it with https://. Only addresses of this machine or of a private network, as that of the simulator, may begin with http://.',
	);
}

function shorten(text: string): string {
	return text === '' ? '(empty)' : redactSecrets(text).slice(0, 80);
}

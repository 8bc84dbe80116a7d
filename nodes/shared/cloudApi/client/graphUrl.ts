import { InvalidInputError } from '../../domain/InvalidInputError';
import { DEFAULT_GRAPH_API_BASE_URL, DEFAULT_GRAPH_API_VERSION } from './graphApi';
import { withoutTrailing } from '../../domain/withoutTrailing';
import { redactSecrets } from '../errors/redactSecrets';

/** Where the Graph API is found. */
export interface GraphAddress {
	/** Address of the server, `http` or `https`; slashes at its end do not matter. */
	baseUrl: string;
	/** Version as Meta writes it, for example `v25.0`. */
	version: string;
}

const VERSION = /^v\d+\.\d+$/;

/**
 * Gives the full address of a path of the Graph API.
 *
 * @param path - path below the version, for example `/106540352242922/messages`
 * @throws {InvalidInputError} when the version is not of the form `v25.0`, or the base URL is not an http(s) address
 * without query
 */
export function graphUrl(address: GraphAddress, path: string): string {
	const version = address.version.trim();
	if (!VERSION.test(version)) {
		throw new InvalidInputError(
			'Graph API Version',
			`'Graph API Version' is not a version: ${shorten(version)}`,
			`Write it as Meta does, for example ${DEFAULT_GRAPH_API_VERSION}.`,
		);
	}
	return `${toBase(address.baseUrl)}/${version}/${path.replace(/^\/+/, '')}`;
}

function toBase(baseUrl: string): string {
	const text = baseUrl.trim();
	if (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text) && !/[?#\s]/.test(text)) {
		return withoutTrailing(text, /\//);
	}
	throw new InvalidInputError(
		'Graph API Base URL',
		`'Graph API Base URL' is not an address that begins with https:// or http://: ${shorten(text)}`,
		`Meta's own is ${DEFAULT_GRAPH_API_BASE_URL}.`,
	);
}

function shorten(text: string): string {
	return text === '' ? '(empty)' : redactSecrets(text).slice(0, 80);
}

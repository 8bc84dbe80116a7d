import type { MediaUpload } from '../media/MediaUpload';

/** A request to the Graph API, without address and credentials; those are the transport's. */
export interface GraphRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/**
	 * Whether a second time does no harm where the first one may have succeeded: true for what only reads when undefined, and to
	 * be said of what leaves at most something behind that nobody is sent.
	 */
	isRepeatable?: boolean;
	/**
	 * Whose token goes along: that of the credential when undefined, or the app's own (`<app ID>|<app secret>`). `upload` is
	 * that of the credential as the Resumable Upload API wants it, with the word OAuth before it.
	 */
	as?: 'app' | 'upload';
	/** Path below the version, for example `/106540352242922/messages`. */
	path: string;
	query?: Record<string, string | number>;
	body?: Record<string, unknown>;
	/** A file and what goes with it, as `multipart/form-data` in place of a body. */
	form?: { fields: Record<string, string>; file: MediaUpload };
	/** The content of a file from its first byte on, as it is, in place of a body. */
	bytes?: Buffer;
}

/** An answer of any status, also 4xx and 5xx. */
export interface GraphResponse {
	/** HTTP status. */
	status: number;
	/** Parsed JSON, or the text as it came when it is not JSON. */
	body: unknown;
}

/**
 * Carries requests to the Graph API.
 *
 * Resolves with whatever answer arrives, and rejects only when none did: not reachable, connection lost, time limit.
 */
export type GraphTransport = (request: GraphRequest) => Promise<GraphResponse>;

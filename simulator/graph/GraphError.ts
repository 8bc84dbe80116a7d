import type { JsonObject } from '../JsonObject.ts';
import { graphErrorTable } from './graphErrorTable.ts';

/** What differs from the table in one error. */
export interface GraphErrorParts {
	/** `error_data.details`; undefined takes the table's, and leaves `error_data` out when it has none either. */
	details?: string;
	/** The whole message; undefined makes `(#code) title`. */
	message?: string;
	/** `error_subcode`; undefined leaves it out. */
	subcode?: number;
	/** HTTP status; undefined takes the table's. */
	httpStatus?: number;
	/** `error_user_title` and `error_user_msg`, which answers about templates carry; undefined leaves both out. */
	forUser?: { title: string; message: string };
}

/** A refusal in Meta's words: either an answer of the Graph API or the reason of a `failed` status. */
export class GraphError extends Error {
	override name = 'GraphError';
	/** Meta's error code. */
	readonly code: number;
	/** HTTP status of the answer. */
	readonly httpStatus: number;
	/** Title without the code. */
	readonly title: string;
	/** `error_data.details`; undefined when there are none. */
	readonly details: string | undefined;
	private readonly subcode: number | undefined;
	private readonly forUser: GraphErrorParts['forUser'];

	/** @param code - Meta's code; one that is not in the table gets HTTP 400 and a general title */
	constructor(code: number, parts: GraphErrorParts = {}) {
		const entry = graphErrorTable[code] ?? { httpStatus: 400, title: 'Unknown error' };
		super(parts.message ?? `(#${code}) ${entry.title}`);
		this.code = code;
		this.httpStatus = parts.httpStatus ?? entry.httpStatus;
		this.title = entry.title;
		this.details = parts.details ?? entry.details;
		this.subcode = parts.subcode;
		this.forUser = parts.forUser;
	}

	/** The body of an answer. */
	toBody(fbtraceId: string): JsonObject {
		return {
			error: {
				message: this.message,
				type: 'OAuthException',
				code: this.code,
				...(this.details && { error_data: { messaging_product: 'whatsapp', details: this.details } }),
				...(this.subcode && { error_subcode: this.subcode }),
				...(this.forUser && { error_user_title: this.forUser.title, error_user_msg: this.forUser.message }),
				fbtrace_id: fbtraceId,
			},
		};
	}

	/** One element of `statuses[].errors`. */
	toWebhookError(): JsonObject {
		return {
			code: this.code,
			title: this.title,
			message: this.title,
			error_data: { details: this.details ?? this.title },
			href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
		};
	}
}

/** A group of the Groups API, in which one business number and some people write. */
export interface Group {
	/** The form of Meta's samples: `capi_group:` and what follows, in base64. */
	id: string;
	/** What its members see above it. */
	subject: string;
	/** The business number that is in it. */
	phoneNumberId: string;
	/** wa_ids of its members; at most 7 beside the business. */
	members: string[];
}

import { GraphError } from '../../graph/GraphError.ts';

/**
 * The ways in which Meta refuses a free-form message; `at` names the parameter as the request spells it.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const freeFormRefusal = {
	/** Something required is not there. */
	missing: (at: string): GraphError => new GraphError(131008, { details: `Parameter ${at} is missing` }),
	/** A value that cannot be; `what` goes on after the name. */
	wrong: (at: string, what: string): GraphError => new GraphError(131009, { details: `Parameter ${at} ${what}` }),
	/** A parameter of another shape than the API knows. */
	shape: (what: string): GraphError => new GraphError(100, { message: `(#100) ${what}` }),
	/** A file of a kind that the message cannot carry. */
	media: (what: string): GraphError => new GraphError(131053, { details: what }),
};

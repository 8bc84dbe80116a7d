/**
 * What a message of this pack counts as before a status has said its price: a `template` is charged, a `service` message (free-form) once the
 * free ones of the month are used up.
 */
export type ChargeKind = 'template' | 'service';

/** What is taken of the month of a business number, with all that is under way; never less than what will have been charged in the end. */
export interface Charges {
	/** Messages that are charged, or will be by all that is known. */
	charged: number;
	/** Of the free service messages: those that are used, and service messages whose price nobody knows yet. Beyond the free ones they are charged. */
	service: number;
}

/** What a message asks of a budget. */
export interface ChargeWish {
	countsAs: ChargeKind;
	/** How many messages it becomes, one after the other. */
	count: number;
	/** How many messages of the number may be charged in the month. */
	mostCharged: number;
}

/** How many messages of one business number may be charged in a calendar month. */
export interface Budget {
	/** From 0 on; with 0 only what is free goes out. */
	mostCharged: number;
	/** IANA name of a zone that exists; the month begins and ends at its midnight. */
	timeZone: string;
}

/** The month of a business number, in whatever time zone. */
export interface ChargedMonth {
	phoneNumberId: string;
	/** Its first instant; epoch milliseconds, UTC. */
	fromMs: number;
	/** The first instant after it. */
	untilMs: number;
}

/** What one charged message of each category costs. */
export interface RateTable {
	/** ISO 4217, for example `EUR`. */
	currency: string;
	/** Decimal text by Meta's category, for example `0.0068`. */
	rates: ReadonlyMap<string, string>;
}

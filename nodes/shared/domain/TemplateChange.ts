/** The news that something about a message template has changed: its state, category, quality or content. */
export interface TemplateChange {
	/** WABA that the template belongs to. */
	businessAccountId: string;
	/** Graph ID of the template in one language. */
	templateId: string;
	/**
	 * When the news arrived here; epoch milliseconds, UTC. Not Meta's own time: it is compared with the instant at which a list
	 * of templates was asked for by the same clock.
	 */
	atMs: number;
}

/** How webhooks travel: switches that rehearse what Meta's network does now and then. */
export interface DeliverySettings {
	/** How many extra times each webhook is delivered; 0 delivers once. */
	duplicates: number;
	/** Delivers webhooks that come close together in another order. */
	shuffle: boolean;
	/** Start of the shuffling; the same seed shuffles alike. */
	shuffleSeed: number;
	/** Pause before each delivery, in milliseconds. */
	delayMs: number;
	/** Collects updates until they are flushed, and sends them in one POST. */
	batch: boolean;
	/** Holds every webhook back until it is switched off. */
	paused: boolean;
	/** How many POSTs may be on their way at once; 1 keeps the order. */
	concurrency: number;
}

/** How the simulated Meta behaves where the real one differs from day to day. */
export interface SimulatorSettings {
	/** Free-form outside the window: `later` answers 200 and fails by webhook, as Meta mostly does; `atOnce` refuses. */
	reEngagementError: 'later' | 'atOnce';
	/** How far a delivered message gets by itself; `none` reports nothing but failures. */
	statuses: 'none' | 'sent' | 'delivered' | 'read';
	/** Pause before each status, in milliseconds. */
	statusDelayMs: number;
	/** Whether more than 45 messages at once to one person (then one in 6 s) are refused with 131056. */
	pairRate: boolean;
	/** Messages a second a business number may send before 130429; null does not count. Meta's default is 80. */
	throughputPerSecond: number | null;
	/** What the Graph API says of it: `STANDARD` is 80 messages a second, `HIGH` 1,000. Says nothing about `throughputPerSecond`. */
	throughputLevel: 'STANDARD' | 'HIGH' | 'NOT_APPLICABLE';
	/** Whether the number is used in the WhatsApp Business app as well, which Meta holds to 20 messages a second. */
	isOnBizApp: boolean;
	/** How long every answer of the Graph API takes, in milliseconds. */
	answerDelayMs: number;
	/** How many delivered service messages are free for each business number in a calendar month; Meta's number is 1,000. */
	freeServiceMessages: number;
	/** Time zone of the account, by its IANA name: its months are counted in it. */
	timeZone: string;
	/** How long a free entry point lasts from the business's answer on, hours; since 2026-09-28 Meta says up to 7 days. */
	freeEntryPointHours: number;
	/** Whether a reaction opens the window. Meta's pages do not say; false is the careful answer. */
	reactionsOpenWindow: boolean;
	/** Whether the app is in development mode: webhooks of what people do are not delivered then, only test webhooks. */
	developmentMode: boolean;
	/** Whether marketing templates may go through `/messages`; otherwise they are refused there with 131063. */
	marketingOnCloudApi: boolean;
	/** Whether the account has Direct Send: `off` refuses it with 100, `blocked` with 139200. */
	directSend: 'off' | 'on' | 'blocked';
	/** Whether marketing templates are held for a look at their quality, until `releaseHeld`. */
	templatePacing: boolean;
	/** What becomes of a new or edited template after `statusDelayMs`; `none` leaves it PENDING. */
	templateReview: 'approve' | 'reject' | 'none';
}

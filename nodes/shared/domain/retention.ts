const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * How long the store keeps what, in milliseconds; `docs/keeping-house.md` says why. What is not named here is kept until somebody removes
 * it: consent above all.
 */
export const RETENTION = {
	/** Received events and early statuses, from their instant; waits and alarms, from their end. Meta repeats a webhook for 7 days. */
	webhookMs: 8 * DAY_MS,
	/** Notices of new IDs. From then on a number that somebody left may be given to somebody else. */
	renamingMs: 90 * DAY_MS,
	/** Changes of templates; far longer than any process remembers a list of them. */
	templateChangeMs: 30 * DAY_MS,
	/** Alarms that nobody asks for any more. */
	closingWatchMs: 30 * DAY_MS,
	/** What a trigger has told of that no webhook brings, and its looks. Longer than a month is looked at, and than kept messages are kept. */
	storeEventMs: 60 * DAY_MS,
	/** Kept messages, after they were sent, cancelled or given up. So long a key keeps nothing a second time. */
	outboxMs: 30 * DAY_MS,
	/** Messages that stand for a place in an execution; n8n itself keeps executions for 14 days by default. */
	sendMs: 90 * DAY_MS,
	/** Templates, which count for caps and pauses of up to a year, and messages with a key of the builder's own. */
	countedSendMs: 400 * DAY_MS,
	/** Which messages were sent, delivered and charged: this month and the twelve before it. */
	usageMs: 400 * DAY_MS,
	/** Sessions of people with one name, from the last thing that was learned of them. Not shorter than templates count: whether one was answered is told by them. */
	sessionMs: 400 * DAY_MS,
} as const;

/** Which trigger stands in a measured workflow. */
export type TriggerKind = 'trigger' | 'combining' | 'webhook' | 'version1' | 'bare';

/** How n8n gives requests an isolate of its expression engine: to each one at its beginning, or to one that needs it. */
export type Engine = 'default' | 'lazyAcquire';

/** One thing to measure. */
export interface TriggerCase {
	/** Its name among the figures. */
	name: string;
	label: string;
	kind: TriggerKind;
	/** What the webhooks report. */
	update: 'message' | 'status';
	/** Updates in one webhook. */
	updates: number;
	/** Whether each webhook starts one execution. */
	startsExecution: boolean;
	/** Webhooks under way at once. */
	connections: number;
	/** How many messages each person writes in a row; 1 by default. */
	inARow?: number;
	/**
	 * The expression engines it is measured with; both by default. With n8n's default engine each webhook under way holds an isolate of
	 * some 10 MB.
	 */
	engines?: readonly Engine[];
}

/** Webhooks under way at once, but for the large ones, which come one after the other. */
export const CONNECTIONS = 16;

const one = { updates: 1, connections: CONNECTIONS };
const many = { updates: 1, connections: 250, engines: ['lazyAcquire'] } as const;
const thousand = { updates: 1000, connections: 1 };
const message = { update: 'message', startsExecution: true } as const;
const status = { update: 'status', startsExecution: false } as const;

/** What is measured, in the order of one round. */
export const triggerCases = [
	{ name: 'message', label: 'This trigger, a new message', kind: 'trigger', ...message, ...one },
	{ name: 'webhook', label: "n8n's Webhook 2.1, a new message", kind: 'webhook', ...message, ...one },
	{ name: 'version1Message', label: 'Version 1 trigger, a new message', kind: 'version1', ...message, ...one },
	{ name: 'bareMessage', label: 'A trigger that does nothing, a new message', kind: 'bare', ...message, ...one },
	{ name: 'status', label: 'This trigger, an unwanted status', kind: 'trigger', ...status, ...one },
	{ name: 'version1Status', label: 'Version 1 trigger, an unwanted status', kind: 'version1', ...status, ...one },
	{ name: 'message250', label: 'This trigger, a new message, 250 at once', kind: 'trigger', ...message, ...many },
	{ name: 'bareMessage250', label: 'A trigger that does nothing, 250 at once', kind: 'bare', ...message, ...many },
	{ name: 'statuses1000', label: 'This trigger, 1,000 statuses', kind: 'trigger', ...status, ...thousand },
	{ name: 'messages1000', label: 'This trigger, 1,000 messages', kind: 'trigger', ...message, ...thousand },
] as const satisfies TriggerCase[];

const own = { inARow: 1 };
const five = { inARow: 5 };
const all = { inARow: Infinity };
const off = { kind: 'trigger', ...message, ...one } as const;
const on = { kind: 'combining', ...message, ...one } as const;

/**
 * What *Combine Messages* costs and saves, in the order of one round. A person for each message is the worst that can come: nothing is
 * combined, and every message takes the way through the store.
 */
export const combineCases = [
	{ name: 'own', label: 'A person for each message, off', ...off, ...own },
	{ name: 'ownCombined', label: 'A person for each message, on', ...on, ...own },
	{ name: 'five', label: 'Five messages of a person in a row, off', ...off, ...five },
	{ name: 'fiveCombined', label: 'Five messages of a person in a row, on', ...on, ...five },
	{ name: 'single', label: 'All messages of one person, off', ...off, ...all },
	{ name: 'singleCombined', label: 'All messages of one person, on', ...on, ...all },
] as const satisfies TriggerCase[];

import type { QuietHours } from '../../domain/Manners';
import type { FreeFormPurpose } from '../../domain/policies/Policy';
import type { Budget } from '../../domain/usage/Budget';
import type { SendName } from '../../store/SendLog';

/** What goes out when a person writes, as the outbox holds it in JSON. */
export interface KeptContent {
	/** Value of 'Message Type', for those who look at the outbox. */
	type: string;
	/** The bodies of the requests without the address, in order; files are media IDs. */
	payloads: Array<Record<string, unknown>>;
	/** Under which names they are sent once, one for each body. */
	names: SendName[];
	/** How long before the end of the window it counts as closed; milliseconds. */
	safetyMarginMs: number;
	quietHours?: QuietHours;
	/** What the message is for, where its builder said so. */
	purpose?: FreeFormPurpose;
	/** Whether it waits while a person of the business has the conversation. */
	keepsBackWhenTakenOver?: boolean;
	/** What its business number may spend in a month. */
	budget?: Budget;
	workflowId?: string;
	nodeName: string;
	executionId?: string;
}

/** Reads what was kept; undefined when it is gone. */
export function readKeptContent(content: string | undefined): KeptContent | undefined {
	return content === undefined ? undefined : (JSON.parse(content) as KeptContent);
}

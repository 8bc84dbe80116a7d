import type { IExecuteFunctions } from 'n8n-workflow';

import { asObject } from '../parameters/asObject';

/** A window that is open for longer is worth no word. */
const SHORTLY_MS = 30 * 60_000;

/** Gathers the windows of a run that are about to close. */
export interface ClosingNotice {
	/** Notes the field `session` of an item that may still be written to. */
	note(session: unknown): void;
	/** Says in the editor how many close within half an hour, and when the first does; nothing where none does. */
	end(): void;
}

/** Begins to gather them. */
export function openClosingNotice(context: Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>): ClosingNotice {
	let count = 0;
	let leastMs = SHORTLY_MS;
	return {
		note(session) {
			const { closesAt } = asObject(session);
			// Not `remainingSeconds`: they count from the instant that was judged, which may be one to come.
			const leftMs = typeof closesAt === 'string' ? Date.parse(closesAt) - Date.now() : NaN;
			if (!(leftMs > 0 && leftMs < SHORTLY_MS)) return;
			count += 1;
			leastMs = Math.min(leastMs, leftMs);
		},
		end() {
			if (count > 0) context.addExecutionHints?.({ message: describeClosing(count, leastMs), location: 'outputPane', type: 'info' });
		},
	};
}

function describeClosing(count: number, leastMs: number): string {
	const minutes = Math.floor(leastMs / 60_000);
	const soon = minutes === 0 ? 'in less than a minute' : `in ${minutes} minute${minutes === 1 ? '' : 's'}`;
	const windows = count === 1 ? `The window closes ${soon}` : `${count} windows close within half an hour, the first ${soon}`;
	return `${windows}. After that only a template can be sent until the person writes.`;
}

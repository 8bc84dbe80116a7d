import type { WindowState } from '../customerServiceWindow';
import type { Policy } from './Policy';
import { GO, type Objection } from './Verdict';

/** Lets a free-form message go out only in an open customer service window, unless the builder leaves that to WhatsApp. */
export const windowPolicy: Policy = {
	reasons: ['windowClosed'],
	judge({ message, onRecord }) {
		if (message?.sentAs !== 'freeForm' || !onRecord) return GO;
		if (onRecord.window.isOpen || message.whenClosed === 'sendAnyway') return GO;
		return { kind: 'notSent', ...windowClosed(onRecord.window) };
	},
};

/** The objection of a closed window, also where Meta itself declared it closed. */
export function windowClosed({ reason, closesAt }: Pick<WindowState, 'reason' | 'closesAt'>): Objection {
	const since = closesAt ? `It closed at ${closesAt.toISO()}.` : 'No inbound message is on record.';
	return {
		reason: 'windowClosed',
		message: `The customer service window of this person is not open (${reason}), so nothing was sent. ${since}`,
		advice: "Send an approved template, or choose another way in 'When the Window Is Closed'.",
	};
}

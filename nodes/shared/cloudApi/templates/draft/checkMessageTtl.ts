import { MESSAGE_TTL_SECONDS } from './draftLimits';
import { refuse } from './refuse';

/**
 * Checks how long a message may wait for the person's phone, which depends on the category.
 *
 * @throws {TemplateParameterError} when WhatsApp does not take that many seconds
 */
export function checkMessageTtl(seconds: number, category: string): void {
	const limits = MESSAGE_TTL_SECONDS[category];
	if (limits === undefined && !Number.isInteger(seconds)) {
		refuse('Message Time-to-Live', `is not a whole number of seconds: ${seconds}`, 'Give a whole number, or remove the option.');
	}
	if (limits === undefined || (seconds === -1 && limits.takesMinusOne)) return;
	if (Number.isInteger(seconds) && seconds >= limits.least && seconds <= limits.most) return;
	const allowed = `${limits.least} to ${limits.most}${limits.takesMinusOne ? ', or -1 for 30 days' : ''}`;
	refuse(
		'Message Time-to-Live',
		`is ${seconds} seconds; for ${category.toLowerCase()} templates WhatsApp takes ${allowed}.`,
		'Give a number within these limits, or remove the option.',
	);
}

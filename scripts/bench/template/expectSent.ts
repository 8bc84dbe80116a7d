import { reminderText, type ReminderItem } from './reminderItems.ts';
import type { Meta } from './openMeta.ts';

/**
 * Makes sure that each item has become one message to its own person, and that nothing else was asked of Meta.
 *
 * @param sender - who sent, for the error
 * @param taken - what has arrived at Meta
 * @param lists - how often the list of templates may be asked for, and must be
 * @throws {Error} when a request is missing or one too many, or a message says something else
 */
export function expectSent(sender: string, taken: ReturnType<Meta['take']>, items: ReminderItem[], lists: number): void {
	const { sends, others, messages } = taken;
	if (sends !== items.length || taken.lists !== lists || others.length > 0) {
		const more = others.length > 0 ? ` (the first: ${others[0]})` : '';
		throw new Error(
			`${sender} made ${sends} sends, ${taken.lists} requests for the list of templates and ${others.length} others${more}; ` +
				`right would be ${items.length}, ${lists} and 0.`,
		);
	}
	const accepted = messages.filter(({ status }) => status === 'accepted');
	const people = new Set(accepted.map(({ waId }) => waId)).size;
	const texts = new Set(accepted.map(({ text }) => text.split('\n')[0]));
	const missing = items.filter((item) => !texts.has(reminderText(item))).length;
	if (people === items.length && missing === 0) return;
	throw new Error(`${sender} has reached ${people} of ${items.length} people, and ${missing} texts are missing.`);
}

import { checkMessageTtl } from '../../shared/cloudApi/templates/draft/checkMessageTtl';
import type { TemplateRun } from './TemplateRun';

/**
 * Reads the option that limits how long a message may wait for the person's phone.
 *
 * @returns a field of the request; empty when the option is not set
 * @throws {TemplateParameterError} when WhatsApp does not take that many seconds for this category
 */
export function readMessageTtl(
	{ read }: TemplateRun,
	itemIndex: number,
	category: string,
): { message_send_ttl_seconds?: number } {
	const given = read('options.messageTtlSeconds', itemIndex, '');
	if (given === '' || given === undefined || given === null) return {};
	const seconds = Number(given);
	checkMessageTtl(seconds, category);
	return { message_send_ttl_seconds: seconds };
}

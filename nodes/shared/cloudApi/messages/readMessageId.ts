import { InvalidInputError } from '../../domain/InvalidInputError';

/**
 * Reads the ID of a message.
 *
 * @param parameter - its label in the form
 * @throws {InvalidInputError} when it is not a wamid
 */
export function readMessageId(parameter: string, value: unknown): string {
	const messageId = typeof value === 'string' ? value.trim() : '';
	if (/^wamid\.\S+$/.test(messageId)) return messageId;
	throw new InvalidInputError(
		parameter,
		messageId === ''
			? `'${parameter}' is empty, so nothing was sent.`
			: `'${parameter}' is not the ID of a WhatsApp message: ${messageId.slice(0, 80)}`,
		'Such an ID begins with "wamid"; behind the WhatsApp Session Trigger it is {{ $json.message.id }}.',
	);
}

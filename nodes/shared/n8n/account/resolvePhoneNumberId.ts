import type { BusinessPhoneNumber } from '../../cloudApi/client/CloudApi';
import { InvalidInputError } from '../../domain/InvalidInputError';

const PARAMETER = 'Business Phone Number';

/**
 * Gives the phone number ID to use: the one that was chosen, else the only one of the account.
 *
 * @param value - what the parameter holds; empty, null and undefined mean "not chosen"
 * @param listPhoneNumbers - asks Meta for the numbers of the account; called only when none was chosen
 * @throws {InvalidInputError} when the value is no ID, or none was chosen and the account has not exactly one number
 */
export async function resolvePhoneNumberId(
	value: unknown,
	listPhoneNumbers: () => Promise<BusinessPhoneNumber[]>,
): Promise<string> {
	const id = toChosenId(value);
	if (id !== undefined) return id;

	const numbers = await listPhoneNumbers();
	const [only] = numbers;
	if (only && numbers.length === 1) return only.id;
	const list = numbers.map((number) => `${number.displayPhoneNumber} (${number.id})`).join(', ');
	throw new InvalidInputError(
		PARAMETER,
		numbers.length === 0
			? `'${PARAMETER}' is empty, and the WhatsApp Business Account has no phone number.`
			: `'${PARAMETER}' is empty, and the WhatsApp Business Account has several: ${list}.`,
		`Choose the number from the list in '${PARAMETER}'. The window belongs to one number, so it cannot be guessed.`,
	);
}

/**
 * Reads a chosen phone number ID.
 *
 * @returns undefined when none was chosen
 * @throws {InvalidInputError} when the value is no phone number ID, for example a phone number
 */
export function toChosenId(value: unknown): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const id = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	if (id === '' && typeof value === 'string') return undefined;
	if (/^\d{5,25}$/.test(id)) return id;
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' is not a phone number ID: ${String(JSON.stringify(value)).slice(0, 80)}`,
		'A phone number ID is a long number from WhatsApp > API Setup in the Meta console, for example 106540352242922. It is not the phone number itself.',
	);
}

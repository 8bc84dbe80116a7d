/** A number as people write it, or what is wrong with it. */
type WrittenNumber = { text: string } | { refusal: [message: string, advice: string] };

// Every decimal of so many digits comes back as it was; the further ones of 0.1 + 0.2 are the machine's.
const DIGITS_KEPT = 15;

/**
 * Writes a number of an expression as people do: the result of 0.1 + 0.2 is `0.3`.
 *
 * @param label - the field as the form shows it, for the sentence
 * @returns a refusal for `NaN` and `Infinity`, and for whole numbers beyond 2^53, whose last digits are no longer those that
 * were meant: a long ID or order number has to be text
 */
export function writeNumber(label: string, value: number): WrittenNumber {
	if (Number.isSafeInteger(value)) return { text: String(value) };
	if (!Number.isFinite(value)) {
		return {
			refusal: [
				`'${label}' is ${value}, which is what a calculation gives that went wrong.`,
				'Look at the expression: a value that it counts with is missing or no number.',
			],
		};
	}
	if (!Number.isInteger(value)) return { text: String(Number(value.toPrecision(DIGITS_KEPT))) };
	return {
		refusal: [
			`'${label}' is a number with more digits than n8n keeps, so the last ones are wrong: ${value}`,
			'Give it as text from the beginning, in quotation marks where it stands in JSON.',
		],
	};
}

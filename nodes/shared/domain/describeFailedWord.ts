/**
 * Says that a text holds what `findFailedWord` has found, and what to write instead.
 *
 * @param label - the field as the form shows it
 */
export function describeFailedWord(label: string, word: string): [message: string, advice: string] {
	const isExpression = word.startsWith('{{');
	return [
		isExpression
			? `'${label}' holds an expression that n8n did not evaluate (${word}…), so nothing was sent.`
			: `'${label}' holds '${word}', which an expression leaves that found nothing or went wrong, so nothing was sent.`,
		`${
			isExpression
				? 'Switch the field from Fixed to Expression.'
				: "Look at the expression, and give it a word that stands in, for example {{ $json.name ?? 'there' }}; a date is written by {{ $now.toFormat('dd.MM.yyyy') }}."
		} If the text is meant, switch on 'Allow Words of Failed Expressions' in the options.`,
	];
}

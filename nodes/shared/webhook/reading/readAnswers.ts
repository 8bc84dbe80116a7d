import { asRecord } from './asRecord';

// A Flow answers with fields, and with fields in fields. What lies deeper nobody would read.
const DEEPEST_ANSWER = 4;

/**
 * Gives the answers of a Flow as a person would read them: `size: 42, colours: red, blue`.
 *
 * The `flow_token` is the business's own and is left out.
 *
 * @param json - the `response_json` of a Flow's reply: JSON in text
 * @returns undefined when it is no JSON object, or holds no answer
 */
export function readAnswers(json: unknown): string | undefined {
	const answers = asRecord(parseJson(json));
	return (answers && readFields(answers, DEEPEST_ANSWER)) || undefined;
}

function parseJson(json: unknown): unknown {
	try {
		return typeof json === 'string' ? (JSON.parse(json) as unknown) : undefined;
	} catch {
		return undefined;
	}
}

function readFields(answers: Record<string, unknown>, depth: number): string {
	return Object.entries(answers)
		.filter(([name]) => name !== 'flow_token')
		.map(([name, answer]) => {
			const text = readAnswer(answer, depth - 1);
			return text && (asRecord(answer) ? text : `${name}: ${text}`);
		})
		.filter(Boolean)
		.join(', ');
}

function readAnswer(answer: unknown, depth: number): string {
	if (typeof answer === 'string') return answer;
	if (typeof answer === 'number' || typeof answer === 'boolean') return String(answer);
	if (depth <= 0 || typeof answer !== 'object' || answer === null) return '';
	if (!Array.isArray(answer)) return readFields(answer as Record<string, unknown>, depth);
	return answer
		.map((part) => readAnswer(part, depth - 1))
		.filter(Boolean)
		.join(', ');
}

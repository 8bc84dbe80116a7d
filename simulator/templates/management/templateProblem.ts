import { GraphError } from '../../graph/GraphError.ts';

/** What may be wrong with a template that a business writes, with Meta's title and subcode where one is known. */
const PROBLEMS = {
	duplicate: { title: 'Content in This Language Already Exists', subcode: 2388024 },
	state: { title: "Message Template Can't Be Edited", subcode: 2388039 },
	length: { title: 'Character Limit Exceeded', subcode: 2388040 },
	header: { title: 'Message Header Format Is Incorrect', subcode: 2388047 },
	body: { title: 'Message Body Format Is Incorrect', subcode: 2388072 },
	footer: { title: 'Message Footer Format Is Incorrect', subcode: 2388073 },
	variables: { title: 'Too Many Variables for the Length of the Text', subcode: 2388293 },
	edges: { title: 'Variables at the Start or End of the Text', subcode: 2388299 },
	other: { title: 'Invalid Parameter', subcode: undefined },
} as const;

/** Name of a thing that may be wrong with a template. */
export type TemplateProblem = keyof typeof PROBLEMS;

/**
 * The refusal of a template: code 100, and the sentence as `error_user_msg`.
 *
 * The subcodes are Meta's; the titles and sentences are not word for word.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function templateProblem(problem: TemplateProblem, sentence: string): GraphError {
	const { title, subcode } = PROBLEMS[problem];
	return new GraphError(100, {
		message: 'Invalid parameter',
		...(subcode !== undefined && { subcode }),
		forUser: { title, message: sentence },
	});
}

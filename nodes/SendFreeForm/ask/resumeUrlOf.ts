import type { IExecuteFunctions } from 'n8n-workflow';

/** The end of the address at which the node takes an answer: that of another waiting node of the execution differs. */
export const ANSWER_PATH = 'answer';

/**
 * Gives the address at which n8n takes the answer and continues this execution, with n8n's own token in it.
 *
 * Not `getSignedResumeUrl`: its signature counts for the operation `sendAndWait` alone.
 *
 * **WARNING:** whoever has it can continue the execution: it belongs into no log and no item.
 */
export function resumeUrlOf(context: Pick<IExecuteFunctions, 'getWorkflowDataProxy'>, itemIndex: number): string {
	const { $execution } = context.getWorkflowDataProxy(itemIndex) as unknown as { $execution: { resumeUrl: string } };
	const url = new URL($execution.resumeUrl);
	url.pathname = `${url.pathname.replace(/\/$/, '')}/${ANSWER_PATH}`;
	return url.href;
}

/** Which way the messages are sent. */
export type Way = 'template' | 'builtInTens' | 'builtInAll';

/** One thing to measure. */
export interface SendCase {
	/** Its name among the figures. */
	name: string;
	way: Way;
	/** How long Meta takes to answer, milliseconds. */
	answerMs: number;
}

/** What is measured, in this order. */
export const sendCases: SendCase[] = [100, 400].flatMap((answerMs) =>
	(['template', 'builtInTens', 'builtInAll'] as const).map((way) => ({ name: `${way}${answerMs}`, way, answerMs })),
);

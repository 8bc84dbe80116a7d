/** Which node sends. */
export type SenderKind = 'template' | 'builtIn';

/** One thing to measure. */
export interface TemplateCase {
	/** Its name among the figures. */
	name: string;
	kind: SenderKind;
	/** Template messages to send, each to somebody else. */
	items: number;
}

/** What is measured, in the order of one round. */
export const templateCases = [
	{ name: 'template', kind: 'template', items: 1000 },
	{ name: 'builtIn', kind: 'builtIn', items: 1000 },
	{ name: 'template100', kind: 'template', items: 100 },
	{ name: 'builtIn100', kind: 'builtIn', items: 100 },
] as const satisfies TemplateCase[];

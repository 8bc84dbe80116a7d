import type { ConsentCategory } from './Consent';

/** A template message that a person has got, may have got, or is getting at this moment. */
export interface TemplateSend {
	sendOnceKey: string;
	/** Undefined where it was one that nobody knew. */
	category: ConsentCategory | undefined;
	/** When it was handed over; epoch milliseconds, UTC. */
	sentAtMs: number;
}

/** Whether a template counts as marketing; one of a category that nobody knows does. */
export function isMarketing({ category }: Pick<TemplateSend, 'category'>): boolean {
	return category === undefined || category === 'marketing';
}

import type { TemplateChange } from '../domain/TemplateChange';

/**
 * Keeps which message templates have changed lately. What they are like now only Meta knows; this says when to ask. It comes
 * on record with the webhook that reported it.
 */
export interface TemplateNews {
	/**
	 * Gives the templates of an account that have changed at or after an instant, each once, with its latest change.
	 *
	 * @param sinceMs - epoch milliseconds, UTC
	 * @throws {SessionStoreError} when the store cannot be read
	 */
	findTemplateChanges(businessAccountId: string, sinceMs: number): Promise<TemplateChange[]>;
}

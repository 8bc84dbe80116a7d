import type { IDataObject } from 'n8n-workflow';

/**
 * Says whether an item is a failed message for which a template would not help either, as the trigger found out.
 *
 * Wired behind the trigger's output Message Failed, a template that fails comes back as the next failed message: without
 * this the workflow would start itself again and again.
 */
export function wouldFailAgain({ event, nextStep }: IDataObject): boolean {
	return event === 'messageFailed' && nextStep === 'none';
}

import type { OnRecord, SendQuestion } from './Policy';

/** Whether a closed window decides about a free-form message: whatever the message becomes then is judged by itself. */
export function isLeftToTheWindow({ message }: Pick<SendQuestion, 'message'>, { window }: Pick<OnRecord, 'window'>): boolean {
	return message?.sentAs === 'freeForm' && !window.isOpen && message.whenClosed !== 'sendAnyway';
}

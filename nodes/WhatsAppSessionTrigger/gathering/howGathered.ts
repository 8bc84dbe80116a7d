import type { InboundAnswer } from '../../shared/domain/InboundAnswer';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { isGathered } from './isGathered';

/** A button, a row of a list, a Flow that was filled in: nothing is to follow. */
const TAPS = new Set(['button', 'interactive']);

/** Says how a message is gathered as an answer, where messages are combined; undefined where it is an answer at once and alone. */
export function howGathered(event: WebhookEvent): InboundAnswer['gathers'] {
	if (!isGathered(event)) return undefined;
	return TAPS.has(event.type) ? 'completes' : 'waits';
}

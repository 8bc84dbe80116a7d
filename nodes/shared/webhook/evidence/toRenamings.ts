import type { Renaming } from '../../domain/Renaming';
import type { UserIdentity } from '../../domain/Session';
import type { WebhookEvent } from '../parsing/WebhookEvent';

/**
 * Gives the users among events who have new IDs, so that their consent follows them.
 *
 * Left out is a change that names nobody on either side, no WABA, or no time of its own. Where the old BSUID is not named, the number
 * that stays joins it with the new one.
 *
 * @returns in the order of the events
 */
export function toRenamings(events: WebhookEvent[]): Renaming[] {
	const renamings: Renaming[] = [];
	for (const event of events) {
		if (!('identityChange' in event) || !event.identityChange || isUndated(event)) continue;
		const { businessAccountId, identityChange, atMs, eventId: evidence } = event;
		const { current, keptWaId } = identityChange;
		const previous = keptWaId ? { waId: keptWaId, ...identityChange.previous } : identityChange.previous;
		if (!businessAccountId || atMs === undefined || !isNamed(previous) || !isNamed(current)) continue;
		renamings.push({ businessAccountId, previous, current, atMs, evidence });
	}
	return renamings;
}

function isNamed({ bsuid, waId }: UserIdentity): boolean {
	return bsuid !== undefined || waId !== undefined;
}

function isUndated(event: WebhookEvent): boolean {
	return 'isTimestampMissing' in event && event.isTimestampMissing === true;
}

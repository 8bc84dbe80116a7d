import type { UserIdentity } from '../../domain/Session';
import type { IdentityChange } from './IdentityChange';

/**
 * Gives a change of IDs without those that stay the same.
 *
 * @returns undefined when neither side names anybody
 */
export function toIdentityChange(previous: UserIdentity, current: UserIdentity): IdentityChange | undefined {
	const left: UserIdentity = {};
	if (previous.bsuid && previous.bsuid !== current.bsuid) left.bsuid = previous.bsuid;
	if (previous.waId && previous.waId !== current.waId) left.waId = previous.waId;
	const isChange = [left.bsuid, left.waId, current.bsuid, current.waId].some((id) => id !== undefined);
	if (!isChange) return undefined;
	const hasNewBsuid = current.bsuid !== undefined && current.bsuid !== previous.bsuid;
	const keptWaId = hasNewBsuid && previous.waId === current.waId ? current.waId : undefined;
	return { previous: left, current, ...(keptWaId && { keptWaId }) };
}

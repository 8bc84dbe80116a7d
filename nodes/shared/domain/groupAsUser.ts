import { isGroupId } from './isGroupId';
import type { UserIdentity } from './Session';

/**
 * Gives a group as somebody who can be written to: its ID stands where a person's BSUID stands, and its form tells the two apart.
 *
 * A group has no other name, so nothing ever joins it to a person, or parts it from one.
 *
 * @param groupId - as a webhook or an item names it; undefined for none
 * @returns undefined for an ID of another form: nobody could write to it, so nothing is kept of it
 */
export function groupAsUser(groupId: string | undefined): { bsuid: string } | undefined {
	return groupId !== undefined && isGroupId(groupId) ? { bsuid: groupId } : undefined;
}

/** Gives the ID of the group that is meant; undefined where it is a person. */
export function groupOf({ bsuid }: UserIdentity): string | undefined {
	return bsuid !== undefined && isGroupId(bsuid) ? bsuid : undefined;
}

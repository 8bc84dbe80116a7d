import type { SendDraft } from './SendDraft.ts';

/** The name under which windows and limits know who gets a message: the wa_id of a person, the ID of a group; empty until that is checked. */
export function otherSideOf({ person, group }: SendDraft): string {
	return group?.id ?? person?.waId ?? '';
}

import type { IDataObject } from 'n8n-workflow';

import { groupOf } from '../../domain/groupAsUser';
import type { Recipient } from '../../domain/Recipient';

/** Gives the names of a person as items carry them, null for what is not known; of a group `groupId`, beside the three. */
export function toRecipientJson(recipient: Recipient): IDataObject {
	const { phoneNumber, waId, bsuid } = recipient;
	const groupId = groupOf(recipient);
	if (groupId !== undefined) return { phoneNumber: null, waId: null, bsuid: null, groupId };
	return { phoneNumber: phoneNumber ?? null, waId: waId ?? null, bsuid: bsuid ?? null };
}

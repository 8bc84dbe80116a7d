import type { IDataObject } from 'n8n-workflow';

import type { UserIdentity } from '../../shared/domain/Session';
import { toRecipientJson } from '../../shared/n8n/items/toRecipientJson';

/** Gives a person of the store as `session.recipient` has one. */
export function toPersonJson({ bsuid, waId }: UserIdentity): IDataObject {
	return toRecipientJson({ bsuid, waId, phoneNumber: waId && `+${waId}` });
}

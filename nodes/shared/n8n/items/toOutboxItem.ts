import type { IDataObject } from 'n8n-workflow';

import type { KeptMessage } from '../../store/Outbox';
import { addressOfPerson } from '../parameters/addressOfPerson';
import { toOutboxJson } from './toOutboxJson';

/** Makes an item of a kept message, which the send nodes take as it is. */
export function toOutboxItem(kept: KeptMessage): IDataObject {
	const { bsuid, waId } = kept.user;
	return {
		recipient: addressOfPerson({ bsuid, waId, phoneNumber: waId && `+${waId}` }) ?? null,
		phoneNumberId: kept.phoneNumberId,
		outbox: toOutboxJson(kept),
	};
}

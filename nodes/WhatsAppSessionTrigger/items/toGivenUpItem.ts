import type { IDataObject } from 'n8n-workflow';

import { toOutboxItem } from '../../shared/n8n/items/toOutboxItem';
import { toOutboxJson } from '../../shared/n8n/items/toOutboxJson';
import type { KeptMessage } from '../../shared/store/Outbox';

/**
 * Gives the item of a kept message that goes out no more, with what it says: another node may send it another way.
 *
 * @param isUndecided - whether a try to send it, or a part of it, was under way, so that the person may have it
 */
export function toGivenUpItem(kept: KeptMessage, isUndecided: boolean, businessAccountId: string): IDataObject {
	return { event: 'givenUp', ...toOutboxItem(kept), businessAccountId, outbox: { ...toOutboxJson(kept), isUndecided } };
}

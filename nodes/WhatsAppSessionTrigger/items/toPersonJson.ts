import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { UserIdentity } from '../../shared/domain/Session';
import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { addressOf } from './addressOf';
import type { EventRecord } from './EventRecord';
import { recipientOf } from './recipientOf';

/** Gives what the items of a person's events share: the address to answer to, and the session as it is at the arrival. */
export function toPersonJson(
	event: { user: UserIdentity; waId?: string; phoneNumberId?: string },
	{ session, consent }: EventRecord,
	receivedAt: DateTime,
): { recipient: string | null; session: IDataObject } {
	const recipient = recipientOf(event);
	const window = customerServiceWindow(session, receivedAt);
	return {
		recipient: addressOf(recipient),
		session: toSessionJson({ window, phoneNumberId: event.phoneNumberId, recipient, session, consent }),
	};
}

import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { UserIdentity } from '../../shared/domain/Session';
import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { addressOf } from './addressOf';
import { answerTo } from './answerTo';
import type { EventRecord } from './EventRecord';

/** Gives what the items of a person's events share: the address to answer to, and its session as it is at the arrival; of a message in a group, those of the group. */
export function toPersonJson(
	event: { user: UserIdentity; waId?: string; groupId?: string; phoneNumberId?: string },
	{ session, consent }: EventRecord,
	receivedAt: DateTime,
): { recipient: string | null; session: IDataObject } {
	const recipient = answerTo(event);
	const window = customerServiceWindow(session, receivedAt);
	return {
		recipient: addressOf(recipient),
		session: toSessionJson({ window, phoneNumberId: event.phoneNumberId, recipient, session, consent }),
	};
}

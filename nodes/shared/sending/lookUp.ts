import { DateTime } from 'luxon';

import { customerServiceWindow } from '../domain/customerServiceWindow';
import type { SessionKey } from '../domain/Session';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import type { SessionView } from './SessionView';

/**
 * Looks up what is on record of the person, and judges the window now.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function lookUp(
	{ store, businessAccountId, now }: Pick<Sender, 'store' | 'businessAccountId' | 'now'>,
	{ destination: { phoneNumberId, recipient }, safetyMargin }: Pick<Outbound, 'destination' | 'safetyMargin'>,
): Promise<SessionView> {
	const { bsuid, waId } = recipient;
	const user: SessionKey['user'] = bsuid ? { bsuid } : { waId };
	const [[session], [consent]] = await Promise.all([
		store.findSessions([{ phoneNumberId, user }]),
		store.findConsent(businessAccountId, [user]),
	]);
	const window = customerServiceWindow(session, DateTime.fromMillis(now(), { zone: 'utc' }), { safetyMargin });
	return { window, phoneNumberId, recipient, session, consent };
}

import { DateTime } from 'luxon';

import { customerServiceWindow } from '../domain/customerServiceWindow';
import type { AskedMessage } from '../domain/policies/Policy';
import type { SessionKey } from '../domain/Session';
import type { Outbound } from './Outbound';
import type { Sender } from './Sender';
import type { SessionView } from './SessionView';

/**
 * Looks up what is on record of the person, and judges the window now. The templates before it are looked up only where manners ask.
 *
 * @throws {SessionStoreError} when the store cannot be read
 */
export async function lookUp(
	{ store, businessAccountId, now }: Pick<Sender, 'store' | 'businessAccountId' | 'now'>,
	{ destination: { phoneNumberId, recipient }, safetyMargin, message }: Pick<Outbound, 'destination' | 'safetyMargin' | 'message'>,
): Promise<SessionView> {
	const { bsuid, waId } = recipient;
	const user: SessionKey['user'] = bsuid ? { bsuid } : { waId };
	const [[session], [consent], templates] = await Promise.all([
		store.findSessions([{ phoneNumberId, user }]),
		store.findConsent(businessAccountId, [user]),
		asksForTemplates(message) ? store.findTemplateSends(businessAccountId, user) : undefined,
	]);
	const window = customerServiceWindow(session, DateTime.fromMillis(now(), { zone: 'utc' }), { safetyMargin });
	return { window, phoneNumberId, recipient, session, consent, templates };
}

function asksForTemplates({ sentAs, manners }: AskedMessage): boolean {
	if (sentAs !== 'template' || !manners) return false;
	return manners.marketingCap !== undefined || manners.templatePause !== undefined || manners.unansweredCap !== undefined;
}

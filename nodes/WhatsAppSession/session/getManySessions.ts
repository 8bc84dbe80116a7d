import type { IDataObject } from 'n8n-workflow';

import type { Consent } from '../../shared/domain/Consent';
import { customerServiceWindow, type WindowState } from '../../shared/domain/customerServiceWindow';
import { toChosenId } from '../../shared/n8n/account/resolvePhoneNumberId';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { addressOfPerson } from '../../shared/n8n/parameters/addressOfPerson';
import type { Session } from '../../shared/domain/Session';
import { sinceRenaming } from '../../shared/domain/sinceRenaming';
import type { SessionCursor } from '../../shared/store/SessionList';
import type { RegisterRun } from '../register/openRegisterRun';
import { readLimit } from '../register/readLimit';
import { toIso } from '../../shared/domain/toIso';
import { readSessionFilters, type SessionFilters } from './readSessionFilters';

/** Sessions that are read in one statement. */
const PAGE_SIZE = 1_000;

/** A session that passes the filters. */
interface Found {
	session: Session;
	lastAnswerAtMs?: number;
	window: WindowState;
	isUnanswered: boolean;
}

/**
 * Lists the sessions of the account's numbers that pass the filters.
 *
 * @returns items that the send nodes take as they are
 */
export async function getManySessions(run: RegisterRun, itemIndex: number): Promise<IDataObject[]> {
	const { account, store, read, context } = run;
	const limit = readLimit(read, itemIndex);
	const filters = readSessionFilters(run, itemIndex);
	const chosen = toChosenId(read('businessNumberId', itemIndex, ''));
	const phoneNumberIds = chosen === undefined ? (await account.listPhoneNumbers()).map(({ id }) => id) : [chosen];
	const jsons: IDataObject[] = [];
	let after: SessionCursor | undefined;
	do {
		context.getExecutionCancelSignal()?.throwIfAborted();
		const page = await store.listSessions({ ...filters.range, phoneNumberIds, after, limit: PAGE_SIZE });
		const found = page.sessions.flatMap((session) => judge(session, filters, run)).slice(0, limit - jsons.length);
		const consents = await store.findConsent(account.credentials.businessAccountId, found.map(({ session }) => session));
		for (const [position, each] of found.entries()) jsons.push(toJson(each, consents[position]));
		after = page.next;
	} while (after && jsons.length < limit);
	return jsons;
}

function judge(session: Session, filters: SessionFilters, { now }: RegisterRun): Found[] {
	const lastAnswerAtMs = sinceRenaming(session, session.lastAnswerAtMs);
	const window = customerServiceWindow(session, now, { safetyMargin: filters.safetyMargin });
	// The names may be somebody else's by now.
	if (!window.lastInboundAt) return [];
	if (filters.window !== 'any' && window.isOpen !== (filters.window === 'open')) return [];
	const isUnanswered = window.lastInboundAt.toMillis() > (lastAnswerAtMs ?? 0);
	return filters.isUnansweredOnly && !isUnanswered ? [] : [{ session, lastAnswerAtMs, window, isUnanswered }];
}

function toJson({ session, window, isUnanswered, lastAnswerAtMs }: Found, consent: Consent | undefined): IDataObject {
	const { bsuid, waId, phoneNumberId } = session;
	const recipient = { bsuid, waId, phoneNumber: waId && `+${waId}` };
	return {
		recipient: addressOfPerson(recipient) ?? null,
		phoneNumberId,
		session: toSessionJson({ window, phoneNumberId, recipient, session, consent }),
		unanswered: isUnanswered,
		lastAnswerAt: toIso(lastAnswerAtMs),
	};
}

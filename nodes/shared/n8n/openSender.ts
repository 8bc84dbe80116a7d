import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Consent } from '../domain/Consent';
import { customerServiceWindow } from '../domain/customerServiceWindow';
import { parseRecipient, type Recipient } from '../domain/parseRecipient';
import type { Session, SessionKey } from '../domain/Session';
import type { Store } from '../store/Store';
import { createParameterReader, type ParameterReader } from './createParameterReader';
import { createPhoneNumberResolver } from './createPhoneNumberResolver';
import { openAccount, type Account } from './openAccount';
import { sendOnce, type MessageJson } from './sendOnce';
import { sendOnceKey } from './sendOnceKey';
import { toSafetyMargin } from './toSafetyMargin';
import type { SessionView } from './toSessionJson';

/** Where a message of one item goes. */
export interface Destination {
	itemIndex: number;
	phoneNumberId: string;
	recipient: Recipient;
}

/** What both send nodes work with during one run. */
export interface Sender {
	account: Account;
	store: Store;
	read: ParameterReader;
	/**
	 * Reads where the message of an item goes.
	 *
	 * @throws {InvalidInputError} when the recipient or the business number cannot be read
	 */
	destinationOf(itemIndex: number): Promise<Destination>;
	/** Looks up what is on record and judges the window now; asked right before a send. */
	lookUp(destination: Destination): Promise<SessionView>;
	/**
	 * Sends a message at most once; see `sendOnce`.
	 *
	 * @param content - what the item asks to send, however it is sent in the end; part of the send-once key
	 */
	send(
		destination: Destination,
		sentAs: 'freeForm' | 'template',
		payload: Record<string, unknown>,
		content: unknown,
	): Promise<MessageJson>;
}

/** Opens what both send nodes work with during one run. */
export async function openSender(context: IExecuteFunctions): Promise<Sender> {
	const account = await openAccount(context);
	const store = account.store();
	const read = createParameterReader(context);
	const resolve = createPhoneNumberResolver(account);
	const now = () => Date.now();
	return {
		account,
		store,
		read,
		async destinationOf(itemIndex) {
			const recipient = parseRecipient(read('recipient', itemIndex));
			return { itemIndex, recipient, phoneNumberId: await resolve(read('phoneNumberId', itemIndex, '')) };
		},
		async lookUp(destination) {
			const [session, consent] = await findRecords(store, account.credentials.businessAccountId, destination);
			const safetyMargin = toSafetyMargin(read('options.safetyMarginMinutes', destination.itemIndex, 5));
			const window = customerServiceWindow(session, DateTime.fromMillis(now(), { zone: 'utc' }), { safetyMargin });
			const { phoneNumberId, recipient } = destination;
			return { window, phoneNumberId, recipient, session, consent };
		},
		async send({ itemIndex, phoneNumberId, recipient }, sentAs, payload, content) {
			const ownKey = read('options.sendOnceKey', itemIndex, '');
			const key = sendOnceKey(context, itemIndex, { phoneNumberId, recipient, content }, ownKey);
			const claim = { sendOnceKey: key, phoneNumberId, user: toUser(recipient), sentAs };
			return await sendOnce({ cloudApi: account.cloudApi, store, logger: context.logger, now }, { claim, payload });
		},
	};
}

async function findRecords(
	store: Store,
	businessAccountId: string,
	{ phoneNumberId, recipient }: Destination,
): Promise<[Session | undefined, Consent | undefined]> {
	const key: SessionKey = { phoneNumberId, user: toUser(recipient) };
	const [[session], [consent]] = await Promise.all([
		store.findSessions([key]),
		store.findConsent(businessAccountId, [key.user]),
	]);
	return [session, consent];
}

function toUser({ bsuid, waId }: Recipient): SessionKey['user'] {
	return bsuid ? { bsuid } : { waId };
}

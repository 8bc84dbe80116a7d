import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendEndpoint } from '../../cloudApi/client/CloudApi';
import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import type { Consent } from '../../domain/Consent';
import { customerServiceWindow } from '../../domain/customerServiceWindow';
import type { Recipient } from '../../domain/Recipient';
import type { SendOrigin } from '../../domain/SendOrigin';
import type { Session, SessionKey } from '../../domain/Session';
import { toCallbackData } from '../../domain/toCallbackData';
import type { Store } from '../../store/Store';
import { createParameterReader, type ParameterReader } from '../parameters/createParameterReader';
import { createPhoneNumberResolver } from '../account/createPhoneNumberResolver';
import { readPhoneNumberId } from '../account/readPhoneNumberId';
import { openAccount, type Account } from '../account/openAccount';
import { findRecipient } from '../parameters/findRecipient';
import { readRecipient } from '../parameters/readRecipient';
import { findEarlierSend } from '../../sending/findEarlierSend';
import { findTemplate, type TemplateChoice } from '../templates/findTemplate';
import { forgetChangedTemplates } from '../templates/forgetChangedTemplates';
import { isToolRun } from './isToolRun';
import type { SentMessage } from '../../sending/SentMessage';
import { sendOnce } from '../../sending/sendOnce';
import { sendOnceKey } from '../../sending/sendOnceKey';
import { sendPlaceOf } from './sendPlaceOf';
import { toSafetyMargin } from '../parameters/toSafetyMargin';
import type { SessionView } from './toSessionJson';
import type { UploadRun } from '../files/UploadRun';
import { withDigests } from '../files/withDigests';

/** Where a message of one item goes. */
export interface Destination {
	itemIndex: number;
	phoneNumberId: string;
	recipient: Recipient;
}

/** A message that is ready to be sent. */
export interface OutgoingMessage {
	sentAs: 'freeForm' | 'template';
	/** Body of the request, with the address. */
	payload: Record<string, unknown>;
	/** What the item asks to send, for the send-once key; see `sendOnceKey`. */
	content: unknown;
	/** The template; undefined for a free-form message. */
	template?: { name: string; language: string };
	/** `messages` where it is undefined. */
	endpoint?: SendEndpoint;
	/** Which message of several that one item becomes, from 1; 1 where it is undefined. */
	part?: number;
}

/** What both send nodes work with during one run. */
export interface Sender {
	account: Account;
	store: Store;
	read: ParameterReader;
	/** The files of this run; see `uploadFile`. */
	uploadRun: UploadRun;
	/**
	 * Reads where the message of an item goes.
	 *
	 * @throws {InvalidInputError} when the recipient or the business number cannot be read
	 */
	destinationOf(itemIndex: number): Promise<Destination>;
	/**
	 * Finds a template of the account as it is now: what the trigger has heard since the list was loaded counts.
	 *
	 * @throws {InvalidInputError} when none was chosen, or the account does not have it
	 */
	findTemplate(choice: TemplateChoice | undefined): Promise<MessageTemplate>;
	/** Lets Meta be asked about a template that it has refused, so that the next item knows its state; once in a run. */
	doubtTemplate(template: Pick<MessageTemplate, 'id'>): void;
	/** Looks up what is on record and judges the window now; asked right before a send. */
	lookUp(destination: Destination): Promise<SessionView>;
	/**
	 * Looks for the same send, made before; see `findEarlierSend`.
	 *
	 * @param content - what the item asks to send, however it is sent in the end; see `sendOnceKey`
	 * @param part - which message of several, from 1; 1 by default
	 */
	findEarlier(destination: Destination, view: SessionView, content: unknown, part?: number): Promise<SentMessage | undefined>;
	/**
	 * Sends a message at most once; see `sendOnce`. It carries along where it comes from, so that every status that
	 * WhatsApp sends about it says so.
	 */
	send(destination: Destination, view: SessionView, message: OutgoingMessage): Promise<SentMessage>;
}

/** Opens what both send nodes work with during one run. */
export async function openSender(context: IExecuteFunctions): Promise<Sender> {
	const account = await openAccount(context);
	const store = account.store();
	const read = createParameterReader(context);
	const resolve = createPhoneNumberResolver(account);
	const items = context.getInputData();
	const now = () => Date.now();
	const place: SendOrigin = {
		workflowId: context.getWorkflow().id,
		executionId: context.getExecutionId(),
		nodeName: context.getNode().name,
	};
	// Where Meta refuses a template and lists it as approved all the same, a thousand items are no thousand questions.
	const doubted = new Set<string>();
	const uploadRun: UploadRun = { digests: new Map(), uploads: new Map() };
	const isTool = isToolRun(context);
	const keyOf = async (destination: Destination, { session }: SessionView, asked: unknown, part = 1) => {
		const ownKey = read('options.sendOnceKey', destination.itemIndex, '');
		const content = isTool ? await withDigests(context, uploadRun, destination.itemIndex, asked) : asked;
		return sendOnceKey(sendPlaceOf(context, destination.itemIndex), { ...destination, session, content, ownKey, part });
	};
	return {
		account,
		store,
		read,
		uploadRun,
		async destinationOf(itemIndex) {
			const reading = readRecipient(read, items[itemIndex], itemIndex, account.credentials.numberCountry);
			const phoneNumberId = await resolve(readPhoneNumberId(read, items[itemIndex], itemIndex));
			return { itemIndex, phoneNumberId, recipient: await findRecipient(store, { phoneNumberId, reading }) };
		},
		async findTemplate(choice) {
			await forgetChangedTemplates(account, store);
			return await findTemplate(account, choice);
		},
		doubtTemplate({ id }) {
			if (!doubted.has(id)) account.forgetTemplates();
			doubted.add(id);
		},
		async lookUp(destination) {
			const [session, consent] = await findRecords(store, account.credentials.businessAccountId, destination);
			const safetyMargin = toSafetyMargin(read('options.safetyMarginMinutes', destination.itemIndex, 5));
			const window = customerServiceWindow(session, DateTime.fromMillis(now(), { zone: 'utc' }), { safetyMargin });
			const { phoneNumberId, recipient } = destination;
			return { window, phoneNumberId, recipient, session, consent };
		},
		findEarlier: async (destination, view, content, part) =>
			await findEarlierSend(store, await keyOf(destination, view, content, part)),
		async send(destination, view, { sentAs, payload: message, content, template, endpoint, part }) {
			const { phoneNumberId, recipient } = destination;
			const sendOnceKey = await keyOf(destination, view, content, part);
			const origin: SendOrigin = { ...place, templateName: template?.name, templateLanguage: template?.language };
			const claim = { sendOnceKey, phoneNumberId, user: toUser(recipient), sentAs, origin };
			const payload = { ...message, biz_opaque_callback_data: toCallbackData({ ...origin, sendOnceKey, sentAs }) };
			const signal = context.getExecutionCancelSignal();
			const sending = { cloudApi: account.cloudApi, store, logger: context.logger, now, signal };
			return await sendOnce(sending, { claim, payload, endpoint });
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

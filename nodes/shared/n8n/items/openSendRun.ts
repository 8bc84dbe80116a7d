import type { IExecuteFunctions } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { groupOf } from '../../domain/groupAsUser';
import { InvalidInputError } from '../../domain/InvalidInputError';
import type { SendingNode } from '../../domain/policies/Policy';
import type { Destination } from '../../sending/Destination';
import { DirectSendGate } from '../../sending/DirectSendGate';
import type { Outbound } from '../../sending/Outbound';
import type { Sender } from '../../sending/Sender';
import { nameSend } from '../../sending/nameSend';
import { createPhoneNumberResolver } from '../account/createPhoneNumberResolver';
import { readPhoneNumberId } from '../account/readPhoneNumberId';
import { findRecipient } from '../parameters/findRecipient';
import { readIdentityHash } from '../parameters/identityHashProperty';
import { readRecipient } from '../parameters/readRecipient';
import { readOwnKey } from '../parameters/sendOnceKeyProperty';
import { openAccount, type Account } from '../account/openAccount';
import { tellOfSharedFile } from '../account/tellOfSharedFile';
import { FileDigests } from '../files/FileDigests';
import { openFileUploads } from '../files/openFileUploads';
import { withDigests } from '../files/withDigests';
import { createParameterReader, type ParameterReader } from '../parameters/createParameterReader';
import { toSafetyMargin } from '../parameters/toSafetyMargin';
import { findTemplate, type TemplateChoice } from '../templates/findTemplate';
import { forgetChangedTemplates } from '../templates/forgetChangedTemplates';
import { isToolRun } from './isToolRun';
import { openSendPlaces } from './openSendPlaces';

/** What both send nodes work with during one run. */
export interface SendRun {
	context: IExecuteFunctions;
	account: Account;
	read: ParameterReader;
	/** What the messages go out with. */
	sender: Sender;
	/**
	 * Reads where the message of an item goes.
	 *
	 * @throws {InvalidInputError} when the recipient, the business number or the identity cannot be read
	 */
	destinationOf(itemIndex: number): Promise<Destination>;
	/** Begins the message of an item with what does not depend on its kind. */
	beginOutbound(destination: Destination): Pick<Outbound, 'item' | 'node' | 'destination' | 'safetyMargin' | 'beforePost'>;
	/**
	 * Finds a template of the account as it is now: what the trigger has heard since the list was loaded counts.
	 *
	 * @throws {InvalidInputError} when none was chosen, or the account does not have it
	 */
	findTemplate(choice: TemplateChoice | undefined): Promise<MessageTemplate>;
	/** What its messages by Direct Send go through. */
	directSend: DirectSendGate;
	/** Lets Meta be asked about a template that it has refused, so that the next item knows its state; once in a run. */
	doubtTemplate(template: Pick<MessageTemplate, 'id'>): void;
}

/** Names the node that sends. */
export function sendingNodeOf(context: Pick<IExecuteFunctions, 'getWorkflow' | 'getNode'>): SendingNode {
	return { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
}

/** Opens what both send nodes work with during one run. */
export async function openSendRun(context: IExecuteFunctions): Promise<SendRun> {
	const account = await openAccount(context);
	tellOfSharedFile(context, account);
	const read = createParameterReader(context);
	const resolve = createPhoneNumberResolver(account);
	const items = context.getInputData();
	const sender = openSender(context, account, read);
	const node = sendingNodeOf(context);
	// Where Meta refuses a template and lists it as approved all the same, a thousand items are no thousand questions.
	const doubted = new Set<string>();
	return {
		context,
		account,
		read,
		sender,
		async destinationOf(itemIndex) {
			const reading = readRecipient(read, items[itemIndex], itemIndex, account.credentials.numberCountry);
			const phoneNumberId = await resolve(readPhoneNumberId(read, items[itemIndex], itemIndex));
			const identityHash = readIdentityHash(read, itemIndex);
			const recipient = await findRecipient(sender.store, { phoneNumberId, reading });
			if (identityHash !== undefined && groupOf(recipient) !== undefined) throw hasNoIdentity();
			return { itemIndex, phoneNumberId, recipient, ...(identityHash !== undefined && { identityHash }) };
		},
		beginOutbound(destination) {
			const { itemIndex } = destination;
			const safetyMargin = toSafetyMargin(read('options.safetyMarginMinutes', itemIndex, 5));
			return { item: context.getInputData()[itemIndex]?.json ?? {}, node, destination, safetyMargin };
		},
		async findTemplate(choice) {
			await forgetChangedTemplates(account, sender.store);
			return await findTemplate(account, choice);
		},
		directSend: new DirectSendGate(),
		doubtTemplate({ id }) {
			if (!doubted.has(id)) account.forgetTemplates();
			doubted.add(id);
		},
	};
}

function hasNoIdentity(): InvalidInputError {
	return new InvalidInputError(
		'Identity Key Hash',
		"'Identity Key Hash' is given, and 'Recipient' is a group: the hash is of one person's account, so nothing was sent.",
		"Take 'Identity Key Hash' out of the options.",
	);
}

function openSender(context: IExecuteFunctions, account: Account, read: ParameterReader): Sender {
	const store = account.store();
	const digests = new FileDigests(context);
	const placeOf = openSendPlaces(context);
	const { businessAccountId } = account.credentials;
	return {
		cloudApi: account.cloudApi,
		store,
		businessAccountId,
		logger: context.logger,
		paceOf: account.paceOf,
		now: () => Date.now(),
		signal: context.getExecutionCancelSignal(),
		origin: { ...sendingNodeOf(context), executionId: context.getExecutionId() },
		files: openFileUploads({ context, account, store, digests }),
		async nameOf({ destination, content: asked }, session, part) {
			const { itemIndex } = destination;
			const ownKey = readOwnKey(read, itemIndex);
			const content = isToolRun(context) ? await withDigests(context, digests, itemIndex, asked) : asked;
			return nameSend(placeOf(itemIndex), { ...destination, businessAccountId, session, content, ownKey, part });
		},
	};
}

import type { IWebhookFunctions } from 'n8n-workflow';

import { toRecipientAddress } from '../../shared/cloudApi/client/toRecipientAddress';
import { composeSendOnceKey } from '../../shared/domain/composeSendOnceKey';
import { openAccount } from '../../shared/n8n/account/openAccount';
import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import { toSafetyMargin } from '../../shared/n8n/parameters/toSafetyMargin';
import type { Outbound } from '../../shared/sending/Outbound';
import type { Sender } from '../../shared/sending/Sender';
import { sendOutbound } from '../../shared/sending/sendOutbound';
import { openStore } from '../../shared/store/openStore';
import type { ConsentChangeEvent } from '../../shared/webhook/parsing/ConsentChangeEvent';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { isOutdated } from '../choice/isOutdated';
import { isOfChosenNumber } from '../choice/isWanted';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { recipientOf } from '../items/recipientOf';

const DEFAULT_MARGIN_MINUTES = 5;

/** A webhook that is on record. */
interface Recorded {
	credentials: SessionCredentials;
	events: WebhookEvent[];
	settings: TriggerSettings;
	/** When it arrived; epoch milliseconds, UTC. */
	receivedAtMs: number;
}

/**
 * Answers people who have just opted in or out by what they wrote or tapped, once for each message, whoever repeats the webhook and however
 * many triggers hear it, and within the window. A start word that took back nothing is not answered, and nobody is answered to what they wrote
 * longer ago than WhatsApp repeats: nobody remembers by then whether they were, and somebody posts an old webhook again. What belongs to another
 * number or account is left to its own trigger.
 *
 * The webhook is answered without waiting for it, so it never throws: what cannot be sent stands in the log.
 */
export async function confirmConsent(context: IWebhookFunctions, recorded: Recorded): Promise<void> {
	const { credentials, events, settings, receivedAtMs } = recorded;
	const changes = events.filter((event) => event.event === 'consentChange').filter((event) => !isOutdated(event, receivedAtMs));
	const said = changes.filter(({ source }) => source !== 'messageFailed');
	// Whoever stands by must not answer, and would be refused.
	const mayAnswer = said.filter(({ field }) => field !== 'standby');
	const own = mayAnswer.filter((change) => change.businessAccountId === credentials.businessAccountId && isOfChosenNumber(change, settings));
	for (const change of own) {
		const text = settings.consent.confirmation[change.state];
		if (text === undefined) continue;
		await confirm(context, recorded, change, text).catch((error: unknown) =>
			context.logger.error('WhatsApp Session Trigger could not confirm an opt-in or opt-out; it is on record all the same', { error, workflowId: context.getWorkflow().id, node: context.getNode().name }),
		);
	}
}

async function confirm(context: IWebhookFunctions, { credentials }: Recorded, change: ConsentChangeEvent, text: string): Promise<void> {
	const account = await openAccount(context);
	const store = openStore(credentials.store);
	const { phoneNumberId, user, messageId, takesBackOnly } = change;
	if (phoneNumberId === undefined) return;
	if (takesBackOnly) {
		const [consent] = await store.findConsent(credentials.businessAccountId, [user]);
		if (!consent?.facts.some(({ evidence }) => evidence === messageId)) return;
	}
	const workflow = { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
	const recipient = recipientOf(change);
	const sender: Sender = {
		cloudApi: account.cloudApi,
		store,
		businessAccountId: credentials.businessAccountId,
		logger: context.logger,
		paceOf: account.paceOf,
		now: () => Date.now(),
		origin: workflow,
		files: { upload: noFiles, forget: noFiles },
		nameOf: async () => ({ sendOnceKey: composeSendOnceKey(['confirmation', messageId]), phoneNumberId, user }),
	};
	const outbound: Outbound = {
		item: {},
		node: workflow,
		destination: { itemIndex: 0, phoneNumberId, recipient },
		message: { sentAs: 'freeForm', whenClosed: 'route' },
		safetyMargin: toSafetyMargin(DEFAULT_MARGIN_MINUTES),
		content: text,
		count: 1,
		bringsFiles: false,
		makePayloads: async () => [{ ...toRecipientAddress(recipient), type: 'text', text: { body: text } }],
	};
	await sendOutbound(sender, outbound);
}

async function noFiles(): Promise<never> {
	throw new Error('A confirmation carries no files.');
}

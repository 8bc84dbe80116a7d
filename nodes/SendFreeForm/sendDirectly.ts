import type { FreeFormMessage, MessagePayload } from '../shared/cloudApi/messages/FreeFormMessage';
import { groupOf } from '../shared/domain/groupAsUser';
import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { toDirectSend } from '../shared/cloudApi/messages/toDirectSend';
import type { SendRun } from '../shared/n8n/items/openSendRun';
import type { SentItem } from '../shared/n8n/items/sendItems';
import { toNotSentJson } from '../shared/n8n/items/toNotSentJson';
import { toSessionJson } from '../shared/n8n/items/toSessionJson';
import { readConsentChoice } from '../shared/n8n/parameters/consentProperty';
import { readManners } from '../shared/n8n/parameters/readManners';
import type { Outbound } from '../shared/sending/Outbound';
import type { Sender } from '../shared/sending/Sender';
import { sendOutbound } from '../shared/sending/sendOutbound';

const UTILITY = { sentAs: 'template', category: 'utility' } as const;

/**
 * Sends the message of a closed window as a utility message by Direct Send. It is judged, counted and charged as a utility template is; an
 * account that may not send it leaves its items on the second output, so that a template can take its place. One that does not have Direct
 * Send is asked for once in a run.
 *
 * @throws {InvalidInputError} when Direct Send does not take this message; nothing is sent then
 */
export async function sendDirectly(run: SendRun, freeForm: Outbound, message: FreeFormMessage): Promise<SentItem> {
	refuseGroup(freeForm.destination);
	refuseUnfit(message);
	const { whenUndecided, keepsBackWhenTakenOver, budget } = freeForm.message;
	const { itemIndex, phoneNumberId } = freeForm.destination;
	const outbound: Outbound = {
		...freeForm,
		message: {
			...UTILITY,
			isDirectSend: true,
			...readConsentChoice(run.read, run.context.getNode(), itemIndex),
			manners: readManners(run.read, run.account.credentials.manners, itemIndex, UTILITY),
			whenUndecided,
			keepsBackWhenTakenOver,
			budget,
		},
		// Nothing is shown outside the window.
		pause: undefined,
		makePayloads: async (upload) => {
			run.directSend.refuseIfOff(phoneNumberId);
			return (await freeForm.makePayloads(upload)).map((payload) => toDirectSend(payload as MessagePayload));
		},
	};
	const result = await sendOutbound(throughGate(run), outbound);
	const session = toSessionJson(result.view);
	if (result.outcome === 'sent') return { output: 0, json: { message: result.message, session } };
	if (result.outcome === 'dryRun') throw new Error('A message by Direct Send has no dry run.');
	return { output: 1, json: { notSent: toNotSentJson(result.decision), session } };
}

function throughGate({ sender, directSend }: SendRun): Sender {
	const { cloudApi } = sender;
	const sendMessage: typeof cloudApi.sendMessage = async (phoneNumberId, ...request) =>
		await directSend.pass(phoneNumberId, async () => await cloudApi.sendMessage(phoneNumberId, ...request));
	return { ...sender, cloudApi: { sendMessage, readThroughput: async (phoneNumberId) => await cloudApi.readThroughput(phoneNumberId) } };
}

/** Meta's pages speak of people alone. */
function refuseGroup({ recipient }: Outbound['destination']): void {
	if (groupOf(recipient) === undefined) return;
	throw new InvalidInputError(
		'When the Window Is Closed',
		"'When the Window Is Closed' is Send Without a Template (Direct Send), and 'Recipient' is a group, to which nothing goes that way. Nothing was sent.",
		'Choose Send a Template Instead, or another way.',
	);
}

/** Before anything is uploaded. A text that would be split is too long as a whole. */
function refuseUnfit({ payload, rest, carried }: FreeFormMessage): void {
	toDirectSend(rest ? { ...payload, text: { body: carried.text } } : payload);
}

import type { IDataObject } from 'n8n-workflow';

import type { SendEndpoint } from '../../cloudApi/client/CloudApi';
import { toIdentityCheck } from '../../cloudApi/client/toIdentityCheck';
import { toRecipientAddress } from '../../cloudApi/client/toRecipientAddress';
import { TemplateError } from '../../cloudApi/errors/CloudApiError';
import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { requireGroupTemplate } from '../../cloudApi/templates/requireGroupTemplate';
import { isMessageFile } from '../../cloudApi/media/MessageFile';
import { toTemplateMessage, type TemplateInput, type TemplateMessage } from '../../cloudApi/templates/toTemplateMessage';
import type { ConsentCategory } from '../../domain/Consent';
import { groupOf } from '../../domain/groupAsUser';
import type { Destination } from '../../sending/Destination';
import type { Outbound, SendResult } from '../../sending/Outbound';
import { sendOutbound } from '../../sending/sendOutbound';
import type { SendRun } from '../items/openSendRun';
import type { SentItem } from '../items/sendItems';
import { toNotSentJson } from '../items/toNotSentJson';
import { toSessionJson } from '../items/toSessionJson';
import { readBudget } from '../parameters/budgetProperty';
import { readKeepBack } from '../parameters/keepBackProperty';
import { readManners } from '../parameters/readManners';
import { readConsentChoice } from '../parameters/consentProperty';
import { readWhenUndecided } from '../parameters/whenUndecidedProperty';
import { putMediaIds } from './putMediaIds';

/** One template message on its way out. */
export interface TemplateSend {
	template: MessageTemplate;
	input: TemplateInput;
	/** What the item asks to send, for the send-once key. */
	content: unknown;
	/** Fields of the request beside the message, for example the product policy; undefined for none. */
	extra?: Record<string, unknown>;
	/** `messages` where it is undefined. */
	endpoint?: SendEndpoint;
	/** Whether the message is only made and shown, and not sent. */
	isDryRun?: boolean;
}

/**
 * Checks a template message against the template's own definition, and sends it; see `sendOutbound`. Files are uploaded last,
 * when nothing else can be refused any more.
 *
 * @throws {TemplateParameterError} when the template cannot be sent with these values, or not to a group; nothing is sent then
 */
export async function sendTemplateMessage(run: SendRun, destination: Destination, send: TemplateSend): Promise<SentItem> {
	const { template, input, extra, endpoint = 'messages' } = send;
	if (groupOf(destination.recipient) !== undefined) requireGroupTemplate(template);
	const checked = toTemplateMessage(template, input);
	const address = { ...toRecipientAddress(destination.recipient, template), ...toIdentityCheck(destination.identityHash) };
	const toBody = ({ payload }: TemplateMessage) => ({ ...address, ...payload, ...extra });
	const bringsFiles = Object.values(input.values).some(isMessageFile);
	const asked = { sentAs: 'template', category: toConsentCategory(template.category) } as const;
	if (send.isDryRun && checked.tooLate) throw checked.tooLate;
	const begun = run.beginOutbound(destination);
	const outbound: Outbound = {
		...begun,
		message: {
			...asked,
			manners: readManners(run.read, run.account.credentials.manners, destination.itemIndex, asked),
			...readConsentChoice(run.read, run.context.getNode(), destination.itemIndex),
			whenUndecided: readWhenUndecided(run.read, destination.itemIndex),
			keepsBackWhenTakenOver: readKeepBack(run.read, destination.itemIndex),
			budget: readBudget(run, destination.itemIndex),
		},
		content: send.content,
		template,
		endpoint,
		count: 1,
		bringsFiles,
		isDryRun: send.isDryRun,
		makePayloads: async (upload) => {
			const ready = bringsFiles
				? toTemplateMessage(template, { ...input, values: await putMediaIds(input.values, upload) })
				: checked;
			return [toBody(ready)];
		},
		// Not before: a retry hours later has to find the message that went out.
		async beforePost(view, atMs, part) {
			if (checked.tooLate) throw checked.tooLate;
			await begun.beforePost?.(view, atMs, part);
		},
	};
	const result = await sendOutbound(run.sender, outbound).catch((error: unknown) => {
		// Meta may know the template in another state than this process does.
		if (error instanceof TemplateError) run.doubtTemplate(template);
		throw error;
	});
	const dryRun = { reason: 'dryRun', endpoint, payload: { messaging_product: 'whatsapp', ...toBody(checked) } };
	return toSentItem(result, toTemplateJson(send, checked), dryRun);
}

function toSentItem(result: SendResult, template: IDataObject, dryRun: IDataObject): SentItem {
	const told = { session: toSessionJson(result.view), template };
	if (result.outcome === 'sent') return { output: 0, json: { message: result.message, ...told } };
	const notSent = result.outcome === 'dryRun' ? dryRun : toNotSentJson(result.decision);
	return { output: 1, json: { notSent, ...told } };
}

function toTemplateJson({ template, endpoint }: TemplateSend, { renderedText }: TemplateMessage): IDataObject {
	const { name, language, category, quality } = template;
	// Meta's word in the prices of message statuses.
	const priceCategory = endpoint === 'marketing_messages' ? 'marketing_lite' : category.toLowerCase();
	return { name, language, category, priceCategory, quality, text: renderedText };
}

function toConsentCategory(category: string): ConsentCategory | undefined {
	const name = category.toLowerCase();
	return name === 'marketing' || name === 'utility' || name === 'authentication' ? name : undefined;
}

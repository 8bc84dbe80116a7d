import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { SendEndpoint } from '../../cloudApi/client/CloudApi';
import { TemplateError } from '../../cloudApi/errors/TemplateError';
import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { isTemplateFile } from '../../cloudApi/templates/TemplateMedia';
import { toTemplateMessage, type TemplateInput, type TemplateMessage } from '../../cloudApi/templates/toTemplateMessage';
import { toRecipientAddress } from '../../cloudApi/client/toRecipientAddress';
import { NO_CONSENT_ON_RECORD, type ConsentCategory } from '../../domain/Consent';
import { decideSend } from '../../domain/decideSend';
import type { SentMessage } from '../../sending/SentMessage';
import type { Destination, Sender } from '../items/openSender';
import { putMediaIds } from './putMediaIds';
import { sendWithFiles, type Upload } from '../files/sendWithFiles';
import { toSessionJson, type SessionView } from '../items/toSessionJson';

/** What became of a template message. */
export interface TemplateResult {
	/** False when nothing was sent, because the person opted out of this kind of message or it was only to be looked at. */
	isSent: boolean;
	/** The fields that are added to the item. */
	json: IDataObject;
}

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
 * Checks a template message against the template's own definition and the person's consent, and sends it at most once.
 * Files are uploaded last, when nothing else can be refused any more.
 *
 * @throws {TemplateParameterError} when the template cannot be sent with these values; nothing is sent then
 */
export async function sendTemplateMessage(
	context: IExecuteFunctions,
	sender: Sender,
	destination: Destination,
	send: TemplateSend,
): Promise<TemplateResult> {
	const { template, input, extra, endpoint = 'messages' } = send;
	const checked = toTemplateMessage(template, input);
	const address = toRecipientAddress(destination.recipient, template);
	const view = await sender.lookUp(destination);
	const category = toConsentCategory(template.category);
	const told = { template: toTemplateJson(send, checked) };
	const withheld = (seen: SessionView): TemplateResult => {
		const notSent = { reason: 'optedOut', category: category ?? null };
		return { isSent: false, json: { session: toSessionJson(seen), ...told, notSent } };
	};
	if (!isWanted(view, category)) return withheld(view);

	const toPayload = ({ payload }: TemplateMessage) => ({ ...address, ...payload, ...extra });
	if (send.isDryRun) {
		const payload = { messaging_product: 'whatsapp', ...toPayload(checked) };
		return { isSent: false, json: { session: toSessionJson(view), ...told, notSent: { reason: 'dryRun', endpoint, payload } } };
	}
	const sent = (seen: SessionView, message: SentMessage): TemplateResult => {
		return { isSent: true, json: { session: toSessionJson(seen), ...told, message } };
	};
	const earlier = await findEarlierUpload(sender, destination, view, send);
	if (earlier) return sent(view, earlier);
	const sending = sendWithFiles(context, sender, destination, async (upload) => {
		const brings = hasFiles(input);
		const payload = toPayload(brings ? await withUploads(send, upload) : checked);
		// An upload may take minutes, and an opt-out that comes in meanwhile counts.
		const viewNow = brings ? await sender.lookUp(destination) : view;
		if (!isWanted(viewNow, category)) return withheld(viewNow);
		const { content } = send;
		return sent(viewNow, await sender.send(destination, viewNow, { sentAs: 'template', payload, content, template, endpoint }));
	});
	return await sending.catch((error: unknown) => {
		// Meta may know the template in another state than this process does.
		if (error instanceof TemplateError) sender.doubtTemplate(template);
		throw error;
	});
}

function isWanted({ consent = NO_CONSENT_ON_RECORD }: SessionView, category: ConsentCategory | undefined): boolean {
	return decideSend({ kind: 'template', consent, category }) !== 'withhold';
}

/** A message that went out before needs no file uploaded again. */
async function findEarlierUpload(
	sender: Sender,
	destination: Destination,
	view: SessionView,
	{ input, content }: TemplateSend,
): Promise<SentMessage | undefined> {
	if (!hasFiles(input)) return undefined;
	return await sender.findEarlier(destination, view, content);
}

async function withUploads({ template, input }: TemplateSend, upload: Upload): Promise<TemplateMessage> {
	return toTemplateMessage(template, { ...input, values: await putMediaIds(input.values, upload) });
}

function hasFiles({ values }: TemplateInput): boolean {
	return Object.values(values).some(isTemplateFile);
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

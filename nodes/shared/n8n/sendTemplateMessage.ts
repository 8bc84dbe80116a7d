import type { IDataObject } from 'n8n-workflow';

import type { MessageTemplate } from '../cloudApi/templates/MessageTemplate';
import { toRecipientAddress } from '../cloudApi/toRecipientAddress';
import { toTemplateMessage } from '../cloudApi/templates/toTemplateMessage';
import { NO_CONSENT_ON_RECORD, type ConsentCategory } from '../domain/Consent';
import { decideSend } from '../domain/decideSend';
import type { Destination, Sender } from './openSender';
import { toSessionJson } from './toSessionJson';

/** What became of a template message. */
export interface TemplateResult {
	/** False when the person opted out of this kind of message, so that nothing was sent. */
	isSent: boolean;
	/** The fields that are added to the item. */
	json: IDataObject;
}

/**
 * Checks a template message against the template's own definition and the person's consent, and sends it at most once.
 *
 * @param values - one for each variable, by the variable's ID
 * @param content - what the item asks to send, for the send-once key
 * @throws {TemplateParameterError} when the template cannot be sent with these values; nothing is sent then
 */
export async function sendTemplateMessage(
	sender: Sender,
	destination: Destination,
	template: MessageTemplate,
	values: Record<string, unknown>,
	content: unknown,
): Promise<TemplateResult> {
	const { payload, renderedText } = toTemplateMessage(template, values);
	const address = toRecipientAddress(destination.recipient, template);
	const view = await sender.lookUp(destination);
	const category = toConsentCategory(template.category);
	const json = {
		session: toSessionJson(view),
		template: { name: template.name, language: template.language, category: template.category, text: renderedText },
	};

	const decision = decideSend({ kind: 'template', consent: view.consent ?? NO_CONSENT_ON_RECORD, category });
	if (decision === 'withhold') {
		return { isSent: false, json: { ...json, notSent: { reason: 'optedOut', category: category ?? null } } };
	}
	const outbound = { sentAs: 'template' as const, payload: { ...address, ...payload }, content, template };
	const message = await sender.send(destination, view, outbound);
	return { isSent: true, json: { ...json, message } };
}

function toConsentCategory(category: string): ConsentCategory | undefined {
	const name = category.toLowerCase();
	return name === 'marketing' || name === 'utility' || name === 'authentication' ? name : undefined;
}

import type { SendEndpoint } from '../shared/cloudApi/client/CloudApi';
import type { MessageTemplate } from '../shared/cloudApi/templates/MessageTemplate';
import { TemplateParameterError } from '../shared/cloudApi/templates/TemplateParameterError';

/**
 * Says where a template goes, and what the Marketing Messages API is told beside it.
 *
 * Only marketing templates may go there; the choice does not touch others, so that one node may send both.
 *
 * @param read - gives an option of the node
 * @throws {TemplateParameterError} for a GIF header, which the Cloud API does not send
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages (read 2026-09-11)
 */
export function chooseEndpoint(
	template: Pick<MessageTemplate, 'category' | 'name' | 'header'>,
	read: (name: string) => unknown,
): { endpoint: SendEndpoint; extra?: Record<string, unknown> } {
	const isChosen = read('marketingThrough') === 'marketingMessages' && template.category === 'MARKETING';
	if (isChosen) {
		const policy = read('productPolicy');
		const sharing = read('shareActivity');
		const extra = {
			...(typeof policy === 'string' && policy !== '' && { product_policy: policy }),
			...(typeof sharing === 'boolean' && { message_activity_sharing: sharing }),
		};
		return { endpoint: 'marketing_messages', extra };
	}
	if (template.header?.format !== 'GIF') return { endpoint: 'messages' };
	throw new TemplateParameterError(
		'Send Marketing Through',
		`The template '${template.name}' has a GIF header, which only the Marketing Messages API sends.`,
		"Set the option 'Send Marketing Through' to 'Marketing Messages API'.",
	);
}

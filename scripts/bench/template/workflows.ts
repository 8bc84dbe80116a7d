import type { N8nNode } from '../../n8n/N8nWorkflow.ts';
import { PHONE_NUMBER_ID } from '../check/orderItems.ts';
import type { MeasuredWorkflow, Reference } from '../check/workflows.ts';
import { TEMPLATE } from './reminderItems.ts';

type SendNode = Omit<N8nNode, 'id' | 'position'> & Pick<N8nNode, 'name' | 'type' | 'parameters'>;

/** The items come in by a webhook, so that making them takes no part in the measured node. */
function behindWebhook(path: string, sender: SendNode): MeasuredWorkflow {
	const webhook = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} };
	const intake: SendNode[] = [
		{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2.1, webhookId: path, parameters: webhook },
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		},
	];
	const nodes = [...intake, sender].map((node, index) => ({
		...node,
		id: `${path}-${index}`,
		position: [index * 220, 0],
	}));
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		workflow: { name: path, nodes, connections: { Webhook: to('Items'), Items: to(sender.name) } },
		path,
		measured: [sender.name],
	};
}

/** The form of the template, as the editor stores it. */
function variables(values: Record<string, string>) {
	const field = { required: true, defaultMatch: false, canBeUsedToMatch: false, display: true, removed: false };
	return {
		mappingMode: 'defineBelow',
		value: values,
		matchingColumns: [],
		schema: Object.keys(values).map((id) => ({ id, displayName: id, type: 'string', ...field })),
		attemptToConvertTypes: false,
		convertFieldsToString: true,
	};
}

/** This pack's Send Template: the template by its name, everything else out of the item. */
export function templateWorkflow(path: string, credential: Reference): MeasuredWorkflow {
	return behindWebhook(path, {
		name: 'Send Template',
		type: 'n8n-nodes-whatsapp-session.sendTemplate',
		typeVersion: 1,
		parameters: {
			phoneNumberId: { __rl: true, mode: 'list', value: PHONE_NUMBER_ID },
			recipient: '={{ $json.recipient }}',
			templateFrom: 'name',
			templateName: TEMPLATE.name,
			templateLanguage: TEMPLATE.language,
			templateVariables: variables({ body_1: '={{ $json.customer }}', body_2: '={{ $json.appointment }}' }),
			options: {},
		},
		credentials: { whatsAppSessionApi: credential },
	});
}

/** n8n's WhatsApp Business Cloud node with the same template and the same values. */
export function builtInWorkflow(path: string, credential: Reference): MeasuredWorkflow {
	const parameter = ['={{ $json.customer }}', '={{ $json.appointment }}'].map((text) => ({ type: 'text', text }));
	return behindWebhook(path, {
		name: 'WhatsApp Business Cloud',
		type: 'n8n-nodes-bench-built-in-sender.builtInSender',
		typeVersion: 1.1,
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			phoneNumberId: PHONE_NUMBER_ID,
			recipientPhoneNumber: '={{ $json.recipient }}',
			template: `${TEMPLATE.name}|${TEMPLATE.language}`,
			components: { component: [{ type: 'body', bodyParameters: { parameter } }] },
			requestOptions: {},
		},
		credentials: { whatsAppApi: credential },
	});
}

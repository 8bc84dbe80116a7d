import type { Workflow, WorkflowNode } from '../../nodes/shared/conversion/Workflow';

/** How a built-in node stands in a workflow, with all that has to stay. */
const SETTINGS = { id: '5b0c2d3e-0000-4000-8000-000000000001', position: [240, -80], disabled: true, notes: 'Ask Ada before', notesInFlow: true, retryOnFail: true, maxTries: 4, waitBetweenTries: 2000, executeOnce: true, webhookId: '0a1b2c3d' };
const CREDENTIALS = { whatsAppApi: { id: '17', name: 'WhatsApp account' } };

/** What n8n's own node stores, by the kind of message. Names and values are those of its description in n8n 2.41. */
export const BUILT_IN_MESSAGES: Readonly<Record<string, Record<string, unknown>>> = {
	'a text': { operation: 'send', phoneNumberId: '106540352242922', recipientPhoneNumber: '={{ $json.phone }}', textBody: '=Hello {{ $json.name }}', additionalFields: { previewUrl: true } },
	'a picture by link': { operation: 'send', phoneNumberId: '={{ $json.number }}', recipientPhoneNumber: '+1 202 555 0143', messageType: 'image', mediaLink: 'https://example.com/a.png', additionalFields: { mediaCaption: 'A cup' } },
	'a video by ID': { operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'video', mediaPath: 'useMediaId', mediaId: '2762702990552401' },
	'a document of the item': { operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'document', mediaPath: 'useMedian8n', mediaPropertyName: 'invoice', additionalFields: { mediaFilename: 'Invoice 1042.pdf', mediaCaption: 'Your invoice' } },
	'a document by ID': { operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'document', mediaPath: 'useMediaId', mediaId: '2762702990552401', mediaFilename: 'Invoice.pdf', additionalFields: {} },
	'a sound of the item': { operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'audio', mediaPath: 'useMedian8n' },
	'a place': { operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'location', longitude: 13.4, latitude: '={{ $json.lat }}', additionalFields: { nameAndAddress: { name: 'Shop', address: '1 Main St' } } },
	'a contact': {
		...{ operation: 'send', recipientPhoneNumber: '12025550143', messageType: 'contacts' },
		name: { data: { formatted_name: 'Dr. Ada Brown', first_name: 'Ada', last_name: 'Brown', middle_name: 'M', suffix: 'PhD', prefix: 'Dr.' } },
		additionalFields: {
			addresses: { address: [{ type: 'WORK', street: '1 Main St', city: 'Berlin', state: 'BE', zip: '10115', country: 'Germany', country_code: 'de' }] },
			birthday: '1990-12-10',
			emails: { data: [{ email: 'ada@example.com' }] },
			organization: { data: { company: 'Cups', department: 'Sales', title: 'Head' } },
			phones: { data: [{ phone: '+1 202 555 0143', whatsapp_user_id: '12025550143' }, { type: 'WORK', phone: '+1 202 555 0144' }] },
			urls: { url: [{ type: 'WORK', url: 'https://example.com' }] },
		},
	},
	'a template': {
		...{ phoneNumberId: '106540352242922', recipientPhoneNumber: '12025550143', template: 'order_update|en_US' },
		components: {
			component: [
				{ type: 'header', headerParameters: { parameter: [{ type: 'image', imageLink: 'https://example.com/a.png' }] } },
				{ bodyParameters: { parameter: [{ text: '={{ $json.name }}' }, { type: 'currency', code: 'EUR', amount_1000: 12.5 }, { type: 'date_time', date_time: '={{ $json.at }}' }] } },
				{ type: 'button', sub_type: 'url', index: 1, buttonParameters: { parameter: { type: 'text', text: 'JD0001' } } },
				{ type: 'button', buttonParameters: { parameter: { payload: 'later' } } },
			],
		},
	},
	'a question to approve': { operation: 'sendAndWait', recipientPhoneNumber: '12025550143', message: 'Ship it?', approvalOptions: { values: { approvalType: 'double', approveLabel: 'Ship', disapproveLabel: 'Wait' } }, options: { limitWaitTime: { values: { resumeAmount: 45, resumeUnit: 'minutes' } } } },
	'a question for a text': { operation: 'sendAndWait', recipientPhoneNumber: '12025550143', message: 'Which size?', responseType: 'freeText' },
};

/** A built-in node for WhatsApp. */
export function toBuiltIn(parameters: Record<string, unknown>, more: Partial<WorkflowNode> = {}): WorkflowNode {
	return { ...SETTINGS, name: 'Send message', type: 'n8n-nodes-base.whatsApp', typeVersion: 1.1, credentials: CREDENTIALS, parameters, ...more };
}

/** The built-in trigger. */
export function toBuiltInTrigger(parameters: Record<string, unknown> = { updates: ['messages'], options: {} }): WorkflowNode {
	return { ...SETTINGS, name: 'WhatsApp Trigger', type: 'n8n-nodes-base.whatsAppTrigger', typeVersion: 1, credentials: CREDENTIALS, parameters };
}

/** Another node. */
export function toOther(name: string, type: string, parameters: Record<string, unknown> = {}): WorkflowNode {
	return { name, type: `n8n-nodes-base.${type}`, typeVersion: 1, parameters };
}

/** A workflow whose nodes stand in a row, wired from the first output of each. */
export function inARow(...nodes: WorkflowNode[]): Workflow {
	const wires = nodes.slice(1).map((next, index) => [nodes[index]?.name ?? '', { main: [[{ node: next.name, type: 'main', index: 0 }]] }]);
	return { name: 'Answers', nodes, connections: Object.fromEntries(wires) as Workflow['connections'], settings: { executionOrder: 'v1' }, id: 'aB3' };
}

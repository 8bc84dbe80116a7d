import { createContext, runInContext } from 'node:vm';

import { DateTime } from 'luxon';

import { redactSecrets } from '../nodes/shared/cloudApi/errors/redactSecrets';
import { toCloudApiError } from '../nodes/shared/cloudApi/errors/toCloudApiError';
import { withoutMessageText } from '../nodes/shared/cloudApi/errors/withoutMessageText';
import { graphUrl } from '../nodes/shared/cloudApi/client/graphUrl';
import { readMedia } from '../nodes/shared/cloudApi/media/readMedia';
import { toDocumentName } from '../nodes/shared/cloudApi/media/toDocumentName';
import { toUploadName } from '../nodes/shared/cloudApi/media/toUploadName';
import { toEntries } from '../nodes/shared/cloudApi/messages/entries/toEntries';
import { toFormatted, toLiteral } from '../nodes/shared/cloudApi/messages/markdown/marks';
import { readTag } from '../nodes/shared/cloudApi/messages/markdown/readTag';
import { settleMarks } from '../nodes/shared/cloudApi/messages/markdown/settleMarks';
import { splitHtml } from '../nodes/shared/cloudApi/messages/markdown/splitHtml';
import { readLink } from '../nodes/shared/cloudApi/messages/readLink';
import { readMessageId } from '../nodes/shared/cloudApi/messages/readMessageId';
import { readBirthday } from '../nodes/shared/cloudApi/messages/contacts/readBirthday';
import { readAmount } from '../nodes/shared/cloudApi/orders/readAmount';
import { toPaymentSettings } from '../nodes/shared/cloudApi/orders/toPaymentSettings';
import { toContactsMessage } from '../nodes/shared/cloudApi/messages/toContactsMessage';
import { toJsonMessage } from '../nodes/shared/cloudApi/messages/toJsonMessage';
import { toReactionMessage } from '../nodes/shared/cloudApi/messages/toReactionMessage';
import { toTextMessage } from '../nodes/shared/cloudApi/messages/toTextMessage';
import { unbrokenSpans } from '../nodes/shared/cloudApi/messages/unbrokenSpans';
import { checkDraftText } from '../nodes/shared/cloudApi/templates/draft/checkDraftText';
import { fillTemplateText } from '../nodes/shared/cloudApi/templates/fillTemplateText';
import { parseTemplateText } from '../nodes/shared/cloudApi/templates/parseTemplateText';
import { toLinkEnd } from '../nodes/shared/cloudApi/templates/parts/toLinkEnd';
import { toMessageTemplate } from '../nodes/shared/cloudApi/templates/toMessageTemplate';
import { toTemplateMessage } from '../nodes/shared/cloudApi/templates/toTemplateMessage';
import { variableLabel } from '../nodes/shared/cloudApi/templates/variableLabel';
import { findReferences } from '../nodes/shared/conversion/expressions/findReferences';
import { findFailedWord } from '../nodes/shared/domain/findFailedWord';
import { parseInstant } from '../nodes/shared/domain/parseInstant';
import { parseRecipient } from '../nodes/shared/domain/parseRecipient';
import { WhatsAppSessionError } from '../nodes/shared/domain/WhatsAppSessionError';
import { readCallbackData } from '../nodes/shared/domain/readCallbackData';
import { toReadableText } from '../nodes/shared/domain/toReadableText';
import { toTemplateText } from '../nodes/shared/domain/toTemplateText';
import { toItemPath } from '../nodes/shared/n8n/parameters/readItemPath';
import { readStorePath } from '../nodes/shared/store/readStorePath';
import { WebhookRejectedError } from '../nodes/shared/webhook/WebhookRejectedError';
import { parseWebhook } from '../nodes/shared/webhook/parsing/parseWebhook';
import { verifySignature } from '../nodes/shared/webhook/verifySignature';
import { mediaFileName } from '../nodes/shared/n8n/media/mediaFileName';

const SIZE = 1_000_000;
/** For one text. What takes linear time needs a tenth of a second, what takes quadratic time minutes. */
const LONGEST_MS = 10_000;
const MOST_TRIES = 3;

/** A text of a million characters of one kind, with an end that lets patterns fail. */
const run = (unit: string, end = '', begin = '') => begin + unit.repeat(Math.floor(SIZE / unit.length)) + end;

const TEXTS = [
	// One character, over and over.
	...[' ', '\n', '/', '.', '=', '0', '*', '`', '(', '\\', '"', '\u0000', '\ud83d'].map((unit) => run(unit, 'x')),
	// What begins something that never ends.
	...['{{ ', '```', '*a ', '_a', '`a', '[object ', 'https://', '//a', 'www.', '?a=b&', 'Bearer ', '12345|'].map((unit) => run(unit, ' ')),
	// What is found again and again.
	...['{{1}} ', 'undefined ', '"null', 'Dr. ', '\n1. ', '<a>', '<script></script>', '* *', '2026-11-26T', 'Mon ', 'e\u0301', '+49'].map((unit) => run(unit, 'x')),
	// A beginning, and then nothing that fits.
	...['{{', 'https://', 'https://shop.example/', '[object A', 'Bearer', '={{', '={{ $json.a'].map((begin) => run(begin === 'Bearer' || begin.endsWith('{{') ? ' ' : 'a', ' x', begin)),
];

const TEMPLATE = toMessageTemplate({
	id: '1', name: 'order', language: 'en_US', status: 'APPROVED', category: 'UTILITY',
	components: [
		{ type: 'BODY', text: 'Hello {{1}}, welcome.' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example/t/{{1}}' }, { type: 'QUICK_REPLY', text: 'Yes' }] },
	],
});
const FORM_NAME = { label: 'Body', exampleLabel: 'Example', format: 'POSITIONAL' } as const;

const message = (type: string, content: unknown) => ({
	object: 'whatsapp_business_account',
	entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '2' }, messages: [{ from: '491', id: 'wamid.1', timestamp: '1795339800', type, [type]: content }] } }] }],
});

/** Everything that a text from outside comes to, by what it is. */
const READERS: Record<string, (text: string) => unknown> = {
	'the text of a message': (text) => parseWebhook(message('text', { body: text }), 1),
	'the caption and name of a document': (text) => parseWebhook(message('document', { caption: text, filename: text, mime_type: text, id: text }), 1),
	'the answer of a Flow': (text) => parseWebhook(message('interactive', { type: 'nfm_reply', nfm_reply: { response_json: text, body: text } }), 1),
	'a system message': (text) => parseWebhook(message('system', { body: text, type: 'user_changed_number', wa_id: text }), 1),
	'a contact': (text) => parseWebhook(message('contacts', [{ name: { formatted_name: text }, phones: [{ phone: text, wa_id: text }] }]), 1),
	'an unknown message': (text) => parseWebhook(message(text.slice(0, 1000), text), 1),
	'a signature': (text) => verifySignature(Buffer.from('body'), text, ['secret']),
	'callback data': (text) => readCallbackData(text),
	'callback data in JSON': (text) => readCallbackData(JSON.stringify({ whatsappSession: 1, nodeName: text })),
	"an error of Meta's": (text) => toCloudApiError({ error: { code: 100, message: text, error_data: { details: text }, fbtrace_id: text } }),
	'secrets in an error': (text) => redactSecrets(text),
	'the text of a message in an error': (text) => withoutMessageText(text, { text: { body: text } }),
	'a recipient': (text) => parseRecipient(text),
	'an instant': (text) => parseInstant(text, 'Evaluate At', 'Europe/Berlin'),
	'an instant after a date': (text) => parseInstant(`2026-11-26 ${text}`, 'Evaluate At'),
	'a link': (text) => readLink('Button URL', text),
	'a link with a host': (text) => readLink('Button URL', `https://shop.example/${text}`),
	'a file': (text) => readMedia('File', 'image', text),
	'a file behind a link': (text) => readMedia('File', 'image', `https://shop.example/${text}`),
	'the name of a document': (text) => toDocumentName(`https://shop.example/${text}`),
	'the name of a file': (text) => toUploadName({ fileName: text, property: 'data', mimeType: 'image/png' }),
	'the name of a received file': (text) => mediaFileName({ fileName: text, type: text, mimeType: text }),
	'the end of a link': (text) => toLinkEnd(text, 'https://shop.example/t/'),
	'a message ID': (text) => readMessageId('Message ID', text),
	'a long text': (text) => toTextMessage({ text, splitsText: true }),
	'a long text that may be split': (text) => toTextMessage({ text: text.slice(0, 40_960), splitsText: true }),
	'signs that format': (text) => settleMarks(toLiteral(text)),
	'a formatted text': (text) => settleMarks(toFormatted('*', toLiteral(text))),
	'a block of HTML': (text) => splitHtml(text, (content) => content),
	'a tag': (text) => readTag(`<a ${text}>`),
	'the spans of a text': (text) => unbrokenSpans(text),
	'an emoji': (text) => toReactionMessage({ messageId: 'wamid.1', emoji: text }),
	'a contact card': (text) => toContactsMessage({ contacts: [{ name: text }] }),
	'a birthday': (text) => readBirthday('Birthday', text),
	'an amount of money': (text) => readAmount('Amount', text),
	'the link of a UPI payment': (text) => toPaymentSettings('IN', { indiaPayment: 'upi', upiLink: `upi://pay?${text}` }, {}),
	'a message in JSON': (text) => toJsonMessage({ json: text }),
	'entries in JSON': (text) => toEntries('rows', [{ title: text, [text.slice(0, 1000)]: text }], 'link'),
	'words of failed expressions': (text) => findFailedWord(text),
	'dates in a text': (text) => toReadableText(text, { zone: 'Europe/Berlin', language: 'de' }),
	'a value made fit for a template': (text) => toTemplateText(text),
	'the value of a template': (text) => toTemplateMessage(TEMPLATE!, { now: DateTime.utc(), values: { body_1: text, button_1_suffix: text, button_2_payload: text } }),
	'a cleaned value of a template': (text) => toTemplateMessage(TEMPLATE!, { now: DateTime.utc(), cleansTexts: true, values: { body_1: text, button_1_suffix: '1' } }),
	'the text of a template': (text) => parseTemplateText('body', text, { body_text: [[text]] }),
	'a filled template': (text) => fillTemplateText(text, () => 'Ada'),
	'the label of a variable': (text) => variableLabel({ name: '1', context: `${text}{{1}}${text}`, example: '' }),
	'the draft of a template': (text) => checkDraftText({ text, examples: [] }, FORM_NAME),
	'an expression of a workflow': (text) => findReferences(`={{ ${text} }}${text}`),
	'an expression': (text) => toItemPath(text),
	'the address of the Graph API': (text) => graphUrl({ baseUrl: `https://graph.example/${text}`, version: 'v25.0' }, text),
	'the path of the store': (text) => readStorePath(text, '/home'),
};

/** Lets a reader work for so long at the most; a sentence about a bad input is an answer like any other. */
function readInTime(read: () => unknown): void {
	const sandbox = createContext({
		read() {
			try {
				read();
			} catch (error) {
				expect(error instanceof WhatsAppSessionError || error instanceof WebhookRejectedError).toBe(true);
			}
		},
	});
	// On a busy machine one try may be slow; what takes the square of a million steps is slow in each.
	let failure: unknown;
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		failure = undefined;
		try {
			runInContext('read()', sandbox, { timeout: LONGEST_MS });
		} catch (error) {
			failure = error;
		}
		if ((failure as { code?: string } | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') break;
	}
	expect(failure).toBeUndefined();
}

describe('a text of a million characters is read in linear time', () => {
	test.each(Object.entries(READERS))('as %s', (_name, read) => {
		for (const text of TEXTS) readInTime(() => read(text));
	});
});

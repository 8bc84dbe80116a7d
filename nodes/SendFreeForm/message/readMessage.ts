import type { IExecuteFunctions } from 'n8n-workflow';

import type { FreeFormMessage, MessageForm } from '../../shared/cloudApi/messages/FreeFormMessage';
import { toEntries } from '../../shared/cloudApi/messages/entries/toEntries';
import { convertMarkdown } from '../../shared/cloudApi/messages/markdown/convertMarkdown';
import { isRecord } from '../../shared/domain/isRecord';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readJson } from '../../shared/domain/readJson';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import { readConvertsMarkdown } from '../../shared/n8n/parameters/convertMarkdownProperty';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import { messageIdOfItem } from '../../shared/n8n/parameters/messageIdOfItem';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import { findFormFiles } from './formFiles';
import { MESSAGE_MAKERS } from './messageMakers';
import { MESSAGE_TYPES, type MessageType } from './messageTypes';
import { readAnswers, type AnswerReading } from './readAnswers';

/** What the builder asks to send. */
export interface AskedMessage {
	/** Value of 'Message Type'. */
	type: string;
	form: MessageForm;
	/** Makes the message of a form; again after files were uploaded. */
	make(form: MessageForm): FreeFormMessage;
}

/** What people read as running text, and so may be Markdown. */
const TEXTS = ['text', 'caption', 'body'];
const MEDIA_HEADERS = ['image', 'video', 'document'];

/** Parameters that stand for another one in the table of types, because their form differs. */
const ALIASES: Readonly<Record<string, string>> = {
	textHeader: 'headerText',
	optionalBody: 'body',
	cardCatalog: 'catalogId',
	paymentLinkInBrazil: 'paymentLink',
	paymentLinkInIndia: 'paymentLink',
};

/**
 * Reads the form of the message of one item, with the files of the item that it names.
 *
 * @throws {InvalidInputError} when the type is unknown, an answer holds what a failed expression leaves, or the entries given as
 * JSON are no list or hold what would not be sent
 */
export async function readMessage(context: IExecuteFunctions, read: ParameterReader, itemIndex: number): Promise<AskedMessage> {
	const name = String(read('messageType', itemIndex, 'text'));
	const type = Object.hasOwn(MESSAGE_TYPES, name) ? MESSAGE_TYPES[name] : undefined;
	const make = MESSAGE_MAKERS[name];
	if (!type || !make) {
		throw new InvalidInputError('Message Type', `'Message Type' is unknown: ${name.slice(0, 40)}`, 'Choose one from the list.');
	}
	const answers = type.fields.map((field) => {
		const parameter = ALIASES[field] ?? field;
		if (field === type.list?.field) return [parameter, readList(read, itemIndex, type.list)] as const;
		const isOfItem = parameter === 'messageId' && isLeftEmpty(read.stored(parameter));
		return [parameter, isOfItem ? messageIdOfItem(context.getInputData()[itemIndex]?.json ?? {}) : read(parameter, itemIndex, '')] as const;
	});
	const reading: AnswerReading = {
		zone: context.getTimezone(),
		allowsFailedWords: readSwitch(read, 'options.allowFailedWords', 'Allow Words of Failed Expressions', itemIndex),
	};
	const readForm = readAnswers(type.fields, withoutHidden({
		...Object.fromEntries(answers),
		previewUrl: readSwitch(read, 'options.previewUrl', 'Show Link Preview', itemIndex),
		...(name === 'text' && { splitsText: readSwitch(read, 'options.splitText', 'Split Long Text', itemIndex) }),
		// Only types with a choice of headers ask for one; the others show a text when it is filled in.
		...(type.fields.includes('textHeader') && { headerType: hasText(read('headerText', itemIndex, '')) ? 'text' : 'none' }),
		...(type.fields.includes('orderOptions') && readPicture(read('orderOptions', itemIndex, {}))),
	}), reading);
	const converted = readConvertsMarkdown(context, read, itemIndex) ? await convertTexts(readForm) : readForm;
	const form = await findFormFiles(context, itemIndex, converted);
	return { type: name, form, make };
}

async function convertTexts(form: MessageForm): Promise<MessageForm> {
	const converted = { ...form };
	for (const name of TEXTS) {
		const text = form[name];
		if (typeof text === 'string') converted[name] = await convertMarkdown(text);
	}
	return converted;
}

/** Without what a message of this form does not show; a chosen header that an expression turns off leaves its text and file. */
function withoutHidden({ headerText, headerMedia, ...form }: MessageForm): MessageForm {
	const shown = {
		...form,
		...(form.headerType === 'text' && { headerText }),
		...(MEDIA_HEADERS.includes(String(form.headerType)) && { headerMedia }),
	};
	if (form.cardKind !== 'product' || !Array.isArray(form.cards)) return shown;
	const cards = (form.cards as unknown[]).map((card) => (isRecord(card) ? { productId: card.productId, catalogId: card.catalogId } : card));
	return { ...shown, cards };
}

/** The picture of an order, which is one of its options, as the header that it becomes. */
function readPicture(options: unknown): { headerType: string; headerMedia?: unknown } {
	const picture = isRecord(options) ? options.headerMedia : undefined;
	return hasText(picture) ? { headerType: 'image', headerMedia: picture } : { headerType: 'none' };
}

function hasText(value: unknown): boolean {
	return String(value ?? '').trim() !== '';
}

/** The entries of a list: those given as JSON, else those of the form. */
function readList(read: ParameterReader, itemIndex: number, { field, entry }: NonNullable<MessageType['list']>): unknown[] {
	const written = read('options.entriesJson', itemIndex, '');
	if (written !== undefined && written !== null && !(typeof written === 'string' && written.trim() === '')) {
		const given = typeof written === 'string' ? readJson(written)?.value : written;
		return toEntries(field, given, String(read('cardKind', itemIndex, 'link')));
	}
	const collection = read(field, itemIndex, {}) as Record<string, unknown> | null;
	const list = collection?.[entry];
	return Array.isArray(list) ? list : [];
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { MessageForm } from '../../shared/cloudApi/messages/FreeFormMessage';
import { isRecord } from '../../shared/domain/isRecord';
import { isMessageFile } from '../../shared/cloudApi/media/MessageFile';
import { findFile } from '../../shared/n8n/files/findFile';
import type { Upload } from '../../shared/sending/FileUploads';

const FILE_FIELDS = ['media', 'headerMedia'];

/** Puts the files of the item in place of their names, in the form itself and in its cards. */
export async function findFormFiles(context: IExecuteFunctions, itemIndex: number, form: MessageForm): Promise<MessageForm> {
	return await replaceFiles(form, async (value) => await findFile(context, itemIndex, value));
}

/** Says whether a message brings a file that has to be uploaded. */
export function hasFiles(form: MessageForm): boolean {
	return filesOf(form).some(isMessageFile);
}

/**
 * Gives a form with the media IDs of its files.
 *
 * @param upload - gives the media ID of a file
 */
export async function uploadFormFiles(form: MessageForm, upload: Upload): Promise<MessageForm> {
	return await replaceFiles(form, async (value) => (isMessageFile(value) ? { ...value, mediaId: await upload(value) } : value));
}

async function replaceFiles(form: MessageForm, replace: (value: unknown) => Promise<unknown>): Promise<MessageForm> {
	const replaced: Record<string, unknown> = { ...form };
	for (const field of FILE_FIELDS) if (form[field] !== undefined) replaced[field] = await replace(form[field]);
	if (!Array.isArray(form.cards)) return replaced;
	const cards: unknown[] = [];
	for (const card of form.cards as unknown[]) {
		cards.push(isRecord(card) && card.media !== undefined ? { ...card, media: await replace(card.media) } : card);
	}
	return { ...replaced, cards };
}

function filesOf(form: MessageForm): unknown[] {
	const cards: unknown[] = Array.isArray(form.cards) ? form.cards : [];
	return [...FILE_FIELDS.map((field) => form[field]), ...cards.map((card) => (isRecord(card) ? card.media : undefined))];
}

import { InvalidInputError } from '../../domain/InvalidInputError';
import { toDocumentName } from '../media/toDocumentName';
import { readMedia } from '../media/readMedia';
import { isMessageFile } from '../media/MessageFile';
import type { CarriedContent, FreeFormMessage, MessageForm } from './FreeFormMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';

/** What makes one kind of interactive message. */
export interface InteractiveKind {
	/** Meta's name of it. */
	type: string;
	action: Record<string, unknown>;
	/** What may stand above the body; nothing by default. */
	headers?: 'none' | 'text' | 'any';
	/** Whether the message may do without a body; false by default. */
	isBodyOptional?: boolean;
	/** How long the body may be; 1024 by default. */
	longestBody?: number;
	/** False where Meta takes no footer; true by default. */
	hasFooter?: boolean;
	/** Reply buttons and rows. */
	replies?: CarriedContent['replies'];
	/** What else a template cannot carry, in words. */
	others?: string[];
}

/**
 * Makes an interactive message: a header, a body, a footer and what can be done with it.
 *
 * @param form - `body`, `footer`, `headerType` (`none`, `text`, `image`, `video`, `document`), `headerText`, `headerMedia`
 * @throws {InvalidInputError} when a text is missing or too long, or a header is of a kind that does not go with the message
 */
export function interactiveMessage(kind: InteractiveKind, form: MessageForm): FreeFormMessage {
	const { type, action, longestBody = LONGEST.body, hasFooter = true, replies = [], others = [] } = kind;
	const readBody = kind.isBodyOptional ? readOptionalWords : readWords;
	const text = readBody('Body', form.body, longestBody);
	const header = toHeader(kind, form);
	const footer = hasFooter ? readOptionalWords('Footer', form.footer, LONGEST.footer) : undefined;
	const interactive = {
		type,
		...(header && { header: header.payload }),
		...(text !== undefined && { body: { text } }),
		...(footer !== undefined && { footer: { text: footer } }),
		action,
	};
	return {
		payload: { type: 'interactive', interactive },
		carried: {
			...(text !== undefined && { text }),
			...(header?.media && { media: header.media }),
			replies,
			others: [...(header && !header.media ? ['the header'] : []), ...(footer === undefined ? [] : ['the footer']), ...others],
		},
	};
}

interface Header {
	payload: Record<string, unknown>;
	media?: CarriedContent['media'];
}

function toHeader({ headers = 'none' }: InteractiveKind, form: MessageForm): Header | undefined {
	const type = String(form.headerType ?? 'none');
	if (type === 'none' || headers === 'none') return undefined;
	if (type === 'text') return { payload: { type, text: readWords('Header Text', form.headerText, LONGEST.headerText) } };
	if (headers !== 'any' || !isMedia(type)) {
		throw new InvalidInputError('Header', `'Header' is ${type}, and this kind of message takes a text there.`, "Set 'Header' to Text or None.");
	}
	const value = form.headerMedia;
	const fileName = type === 'document' ? toDocumentName(value) : undefined;
	const object = { ...readMedia('Header File', type, value), ...(fileName !== undefined && { filename: fileName }) };
	const media = { kind: type, value: isMessageFile(value) ? value : String(value), ...(fileName !== undefined && { fileName }) };
	return { payload: { type, [type]: object }, media };
}

function isMedia(type: string): type is 'image' | 'video' | 'document' {
	return type === 'image' || type === 'video' || type === 'document';
}

import type { JsonObject } from '../../JsonObject.ts';
import type { RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import { sectionsText } from '../../templates/rendering/sectionsText.ts';
import { sentComponents } from '../../templates/sentComponents.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { bracketed } from './bracketed.ts';
import { freeFormText } from './freeFormText.ts';
import { renderFile } from './renderFile.ts';
import { renderInteractive } from './renderInteractive.ts';
import { textOf } from './textOf.ts';

/** What a person sees of a message that is no template. */
export interface RenderedFreeForm {
	/** Blocks with an empty line between them: header, body, footer, buttons and list, then one for each card. */
	text: string;
	/** The message itself, then its cards; undefined where the text is all there is. */
	sections?: [RenderedSection, ...RenderedSection[]];
}

type Renderer = (content: JsonObject, type: string) => [RenderedSection, ...RenderedSection[]];

const renderers: Readonly<Record<string, Renderer>> = {
	image: renderMedia,
	video: renderMedia,
	audio: renderMedia,
	document: renderMedia,
	sticker: renderMedia,
	location: (content) => [{ header: bracketed('location', ...placeWords(content)), buttons: [] }],
	contacts: ({ contacts }) => [{ header: contactWords(sentComponents(contacts)), buttons: [] }],
	reaction: ({ emoji }) => [{ header: textOf(emoji) ? bracketed('reaction', textOf(emoji)) : '[reaction removed]', buttons: [] }],
	interactive: renderInteractive,
};

/**
 * Shows a message that is no template as the person sees it, in either direction.
 *
 * @param content - the type's own object, also one that Meta refuses
 */
export function renderFreeForm(type: string, content: JsonObject): RenderedFreeForm {
	if (type === 'text') return { text: textOf(content.body) || '[text]' };
	const isAnswer = type === 'interactive' && content.action === undefined;
	const render = Object.hasOwn(renderers, type) && !isAnswer ? renderers[type] : undefined;
	if (!render) return { text: freeFormText(type, content) };
	const sections = render(content, type);
	return { text: sectionsText(sections) || `[${type}]`, sections };
}

function renderMedia(content: JsonObject, type: string): [RenderedSection] {
	return [{ ...renderFile(type, content), body: textOf(content.caption), buttons: [] }];
}

function placeWords({ name, address, latitude, longitude }: JsonObject): string[] {
	return name || address ? [textOf(name), textOf(address)] : [textOf(latitude), textOf(longitude)];
}

function contactWords(contacts: JsonObject[]): string {
	const names = contacts.map(({ name }) => textOf(toJsonObject(name)?.formatted_name));
	return bracketed(contacts.length === 1 ? 'contact' : 'contacts', ...names);
}

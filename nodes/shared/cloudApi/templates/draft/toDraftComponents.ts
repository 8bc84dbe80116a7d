import type { SampleFile } from '../../media/uploadSample';
import type { TemplateComponent } from '../TemplateAdmin';
import { templatePlaceholders } from '../templatePlaceholders';
import type { DraftCard, DraftHeader, DraftText, TemplateDraft } from './TemplateDraft';
import { toDraftButton } from './toDraftButton';
import { toVariableName } from './toVariableName';

/** A part of a template that a draft gives, by its type. */
export type DraftComponentType =
	| 'HEADER'
	| 'BODY'
	| 'FOOTER'
	| 'BUTTONS'
	| 'LIMITED_TIME_OFFER'
	| 'CAROUSEL'
	| 'CALL_PERMISSION_REQUEST';

/** The components that take the place of those of a template, by their type; undefined for a part that is left out. */
export type DraftComponents = Map<DraftComponentType, TemplateComponent | undefined>;

/** Meta's handles of the samples that were uploaded. */
export type SampleHandles = ReadonlyMap<SampleFile, string>;

type Format = TemplateDraft['parameterFormat'];

/**
 * Writes the parts of a checked draft in Meta's shape, in the order in which the person sees them.
 *
 * @param handles - of the samples of all its headers
 * @returns an entry for each part that the draft gives
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toDraftComponents(draft: TemplateDraft, handles: SampleHandles): DraftComponents {
	const { header, body, footer, buttons, offer, cards, asksToCall = false, parameterFormat } = draft;
	const components: DraftComponents = new Map();
	if (header) components.set('HEADER', toHeader(header, parameterFormat, handles));
	if (offer) {
		const { text, expires } = offer;
		components.set('LIMITED_TIME_OFFER', { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: expires } });
	}
	if (body) components.set('BODY', { type: 'BODY', ...toText('body', body, parameterFormat) });
	if (footer !== undefined) components.set('FOOTER', footer === '' ? undefined : { type: 'FOOTER', text: footer });
	if (buttons) components.set('BUTTONS', toButtons(buttons));
	if (cards) {
		const toComponents = (card: DraftCard) => ({ components: toCardComponents(card, parameterFormat, handles) });
		components.set('CAROUSEL', { type: 'CAROUSEL', cards: cards.map(toComponents) });
	}
	if (asksToCall) components.set('CALL_PERMISSION_REQUEST', { type: 'CALL_PERMISSION_REQUEST' });
	return components;
}

function toCardComponents({ header, body, buttons }: DraftCard, format: Format, handles: SampleHandles): TemplateComponent[] {
	const components = [
		toHeader(header, format, handles),
		body.text === '' ? undefined : { type: 'BODY', ...toText('body', body, format) },
		toButtons(buttons),
	];
	return components.filter((component) => component !== undefined);
}

function toHeader(header: DraftHeader, parameterFormat: Format, handles: SampleHandles): TemplateComponent | undefined {
	const { format } = header;
	if (format === 'NONE') return undefined;
	if ('text' in header) return { type: 'HEADER', format, ...toText('header', header.text, parameterFormat) };
	const handle = 'sample' in header ? handles.get(header.sample) : undefined;
	return { type: 'HEADER', format, ...(handle !== undefined && { example: { header_handle: [handle] } }) };
}

function toButtons(buttons: DraftCard['buttons']): TemplateComponent | undefined {
	return buttons.length === 0 ? undefined : { type: 'BUTTONS', buttons: buttons.map(toDraftButton) };
}

function toText(component: 'header' | 'body', { text, examples }: DraftText, format: Format) {
	const names = [...new Set(templatePlaceholders(text).map(({ name }) => name))];
	if (names.length === 0) return { text };
	const exampleOf = (name: string) => examples.find((each) => toVariableName(each.name) === name)?.example.trim() ?? '';
	if (format === 'NAMED') {
		const named = names.map((name) => ({ param_name: name, example: exampleOf(name) }));
		return { text, example: { [`${component}_text_named_params`]: named } };
	}
	const values = names.sort((a, b) => Number(a) - Number(b)).map(exampleOf);
	// Meta nests the examples of a body once more than those of a header.
	return { text, example: { [`${component}_text`]: component === 'body' ? [values] : values } };
}

import { checkGivenComponents } from './checkGivenComponents';
import type { MessageTemplate } from './MessageTemplate';
import { refuseFailedWords } from './refuseFailedWords';
import { refuseUnsendable } from './refuseUnsendable';
import { renderTemplateMessage } from './renderTemplateMessage';
import type { TemplateComponentPayload, TemplateMessagePayload } from './TemplateMessagePayload';
import { TemplateParameterError } from './TemplateParameterError';
import type { TemplatePart } from './TemplatePart';
import { TemplateValues, type TemplateReading } from './TemplateValues';
import { toTemplateParts } from './toTemplateParts';

/** A template message that is ready to be sent. */
export interface TemplateMessage {
	payload: TemplateMessagePayload;
	/** What the person reads; see `renderTemplateMessage`. */
	renderedText: string;
	/** Why it may leave no more: an offer or an order in it has ended. One that went out in time has gone out all the same. Undefined for nothing. */
	tooLate?: TemplateParameterError;
}

/** What a template message is made of, besides the template. */
export interface TemplateInput extends TemplateReading {
	/** By the IDs of the template's fields; null, undefined and white space are no values. */
	values: Readonly<Record<string, unknown>>;
	/** Components in Meta's shape, each in place of the one that the fields would make; undefined for none. */
	components?: unknown;
}

/**
 * Makes a template message, or says why Meta would refuse it.
 *
 * Lengths are counted as n8n's `.length` does, which is never less than what Meta counts.
 *
 * @throws {TemplateParameterError} when the template cannot be sent, or a value is missing, surplus or not allowed; names
 * the field as the form shows it
 * @throws {InvalidInputError} when an instant cannot be read
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toTemplateMessage(template: MessageTemplate, input: TemplateInput): TemplateMessage {
	const { components: written, values, ...reading } = input;
	refuseUnsendable(template, written !== undefined);
	const given = written === undefined ? new Map<string, TemplateComponentPayload>() : checkGivenComponents(template, written);
	if (!reading.allowsFailedWords) refuseFailedWords('Components (JSON)', written);
	const parts = toTemplateParts(template).filter(({ slot }) => !given.has(slot));
	refuseSurplus(template, parts, values);
	const reader = new TemplateValues(values, { ...reading, language: template.language });
	const components = [...parts.flatMap((part) => part.toComponent(reader) ?? []), ...given.values()];
	return {
		payload: {
			type: 'template',
			template: {
				name: template.name,
				language: { code: template.language },
				...(components.length > 0 ? { components } : {}),
			},
		},
		renderedText: renderTemplateMessage(template, components),
		...(reader.tooLate && { tooLate: reader.tooLate }),
	};
}

function refuseSurplus({ name }: MessageTemplate, parts: TemplatePart[], values: Readonly<Record<string, unknown>>): void {
	const known = new Set(parts.flatMap(({ fields }) => fields.map(({ id }) => id)));
	const surplus = Object.keys(values).filter((id) => !known.has(id) && values[id] !== undefined && values[id] !== null);
	if (surplus.length === 0) return;
	throw new TemplateParameterError(
		surplus[0] ?? '',
		`The template '${name}' has no variable for: ${surplus.join(', ').slice(0, 200)}`,
		'Load the variables of the template again, or take the value out.',
	);
}

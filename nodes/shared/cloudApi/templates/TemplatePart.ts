import type { TemplateField } from './TemplateField';
import type { TemplateComponentPayload } from './TemplateMessagePayload';
import type { TemplateValues } from './TemplateValues';

/** A part of a template that values are given for: it says which, and turns them into what the send call wants. */
export interface TemplatePart {
	/** The place that its component takes in a send; see `componentSlot`. */
	slot: string;
	fields: TemplateField[];
	/**
	 * Gives the component that carries the values.
	 *
	 * @returns undefined when nothing was given and nothing has to be sent
	 * @throws {TemplateParameterError} when a value is missing or not allowed; names the field
	 */
	toComponent(values: TemplateValues): TemplateComponentPayload | undefined;
}

import type { CarriedContent } from '../shared/cloudApi/messages/FreeFormMessage';
import type { MessageTemplate, TemplateButton } from '../shared/cloudApi/templates/MessageTemplate';

/** The values of a template with what a message brought along. */
export interface CarriedValues {
	/** By field ID. */
	values: Record<string, unknown>;
	/** What the template has no place for, in words, for example `the image` or `the button "Later"`. */
	notCarried: string[];
}

/**
 * Puts the file and the buttons of a message into the fields of a template that are still empty: the file into a header of its
 * kind, each button into the quick reply with the same words, else into the next one that is free.
 *
 * @param given - what the builder filled in; it comes first
 */
export function carryIntoTemplate(
	template: MessageTemplate,
	{ media, replies, others }: CarriedContent,
	given: Readonly<Record<string, unknown>>,
): CarriedValues {
	const values: Record<string, unknown> = { ...given };
	const notCarried = [...others];
	const fill = (id: string, value: unknown) => void (values[id] ??= value);

	if (media && template.header?.format === media.kind.toUpperCase()) {
		fill('header_media', media.value);
		if (media.kind === 'document' && media.fileName !== undefined) fill('header_filename', media.fileName);
	} else if (media) notCarried.push(`the ${media.kind}`);

	const free = template.buttons.filter(({ type }) => type === 'QUICK_REPLY');
	for (const { id, title } of replies) {
		const button = takeButton(free, title);
		if (button) fill(`button_${button.index + 1}_payload`, id);
		else notCarried.push(`the button "${title}"`);
	}
	return { values, notCarried };
}

function takeButton(free: TemplateButton[], title: string): TemplateButton | undefined {
	const same = free.findIndex(({ label }) => label.toLowerCase() === title.toLowerCase());
	const [taken] = free.splice(same === -1 ? 0 : same, 1);
	return taken;
}

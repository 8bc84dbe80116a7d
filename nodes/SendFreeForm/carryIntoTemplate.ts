import type { CarriedContent } from '../shared/cloudApi/messages/FreeFormMessage';
import type { MessageTemplate } from '../shared/cloudApi/templates/MessageTemplate';

/** The values of a template with what a message brought along. */
export interface CarriedValues {
	/** By field ID. */
	values: Record<string, unknown>;
	/** What the template has no place for, in words, for example `the image` or `the button "Later"`. */
	notCarried: string[];
}

/**
 * Puts the file and the buttons of a message into the fields of a template that are still empty: the file into a header of its
 * kind, each button into the quick reply with the same words. A button with other words is another answer, so it takes none.
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
	const isFree = (id: string) => given[id] === undefined;

	if (media && template.header?.format === media.kind.toUpperCase() && isFree('header_media')) {
		values.header_media = media.value;
		if (media.kind === 'document' && media.fileName !== undefined) values.header_filename ??= media.fileName;
	} else if (media) notCarried.push(`the ${media.kind}`);

	for (const { id, title } of replies) {
		const same = template.buttons.find(({ type, label }) => type === 'QUICK_REPLY' && isEqual(label, title));
		const field = same && `button_${same.index + 1}_payload`;
		if (field && isFree(field)) values[field] = id;
		else notCarried.push(`the button "${title}"`);
	}
	return { values, notCarried };
}

function isEqual(label: string, title: string): boolean {
	return label.trim().toLowerCase() === title.trim().toLowerCase();
}

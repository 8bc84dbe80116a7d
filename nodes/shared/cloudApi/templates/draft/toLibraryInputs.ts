import type { LibraryTemplate } from '../LibraryTemplate';
import type { LibraryCreation } from '../TemplateAdmin';
import { BUTTON_NAMES } from './buttonWords';
import { checkButtonNumber } from './checkButtonNumber';
import { checkButtonUrl } from './checkButtonUrl';
import { refuse } from './refuse';
import type { DraftButton, DraftCode } from './TemplateDraft';
import { toCodeComponents } from './toCodeComponents';
import { toFullUrl } from './toFullUrl';

/** What a button of a library template is given: the address that it opens or the number that it calls. */
export type LibraryButton = Pick<DraftButton, 'type' | 'url' | 'urlExample' | 'phoneNumber'>;

/** The sentences that may be added to the text of a utility template, by Meta's words. */
export const LIBRARY_SENTENCES = ['add_contact_number', 'add_learn_more_link', 'add_track_package_link'] as const;

/** What a template of the library is given when it is made one's own. */
export type LibraryInputs =
	| { buttons: LibraryButton[]; sentences: Array<(typeof LIBRARY_SENTENCES)[number]> }
	/** Of an authentication template; the words on its buttons are Meta's. */
	| { code: DraftCode };

const INPUT_TYPES = ['URL', 'PHONE_NUMBER'];

/**
 * Writes in Meta's shape what a template of the library is given.
 *
 * @returns fields of the request
 * @throws {TemplateParameterError} when a button of the template is given nothing, too much is given, or something that Meta refuses
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library (read 2026-11-28)
 */
export function toLibraryInputs(
	template: LibraryTemplate,
	inputs: LibraryInputs,
): Pick<LibraryCreation, 'library_template_button_inputs' | 'library_template_body_inputs'> {
	if ('code' in inputs) return toCodeInputs(inputs.code);
	const { buttons, sentences } = inputs;
	for (const [index, button] of buttons.entries()) checkInput(button, index);
	for (const type of INPUT_TYPES) checkCount(template, buttons, type);
	return {
		...(buttons.length > 0 && { library_template_button_inputs: inOrderOf(template, buttons).map(toInput) }),
		...(sentences.length > 0 && { library_template_body_inputs: Object.fromEntries(sentences.map((sentence) => [sentence, true])) }),
	};
}

function checkInput(button: LibraryButton, index: number): void {
	const label = (field: string) => `Button ${index + 1} ${field}`;
	if (button.type === 'URL') return checkButtonUrl(label, button);
	if (button.type === 'PHONE_NUMBER') return checkButtonNumber(label, button);
	refuse(label('Type'), `is not one that takes anything: ${button.type.slice(0, 40)}`, 'Pick one from the list.');
}

function checkCount({ name, buttons }: LibraryTemplate, given: LibraryButton[], type: string): void {
	const wanted = buttons.filter((button) => button.type === type).length;
	const count = given.filter((button) => button.type === type).length;
	if (count === wanted) return;
	const words =
		wanted === 0
			? `has '${BUTTON_NAMES[type]}', which the template '${name}' of WhatsApp's library does not have.`
			: `has ${count} of the kind '${BUTTON_NAMES[type]}'; the template '${name}' of WhatsApp's library has ${wanted}.`;
	refuse('Buttons', words, wanted > count ? 'Add what it opens or calls.' : 'Take it out.');
}

function inOrderOf({ buttons }: LibraryTemplate, given: LibraryButton[]): LibraryButton[] {
	const left = [...given];
	return buttons.flatMap(({ type }) => {
		const at = left.findIndex((button) => button.type === type);
		return at === -1 ? [] : left.splice(at, 1);
	});
}

function toInput({ type, url, urlExample, phoneNumber }: LibraryButton): Record<string, unknown> {
	if (type === 'PHONE_NUMBER') return { type, phone_number: phoneNumber };
	return { type, url: { base_url: url, ...(urlExample !== '' && { url_suffix_example: toFullUrl(url, urlExample) }) } };
}

function toCodeInputs(code: DraftCode): ReturnType<typeof toLibraryInputs> {
	const { expirationMinutes: minutes, warns } = code;
	// Refuses what Meta refuses of a code in any template.
	const buttons = toCodeComponents(code).find(({ type }) => type === 'BUTTONS')?.buttons;
	return {
		library_template_button_inputs: buttons as Array<Record<string, unknown>>,
		library_template_body_inputs: { add_security_recommendation: warns, ...(minutes !== undefined && { code_expiration_minutes: minutes }) },
	};
}

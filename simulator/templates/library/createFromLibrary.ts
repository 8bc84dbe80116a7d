import type { Engine } from '../../Engine.ts';
import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { readTemplateRequest } from '../management/readTemplateRequest.ts';
import { templateProblem } from '../management/templateProblem.ts';
import { sentComponents } from '../sentComponents.ts';
import type { TemplateDraft } from '../TemplateDraft.ts';
import type { LibraryTemplate } from './LibraryTemplate.ts';
import { libraryTemplates } from './libraryTemplates.ts';

const SENTENCES: Readonly<Record<string, string>> = {
	add_contact_number: ' You can also call us.',
	add_learn_more_link: ' Read more on our website.',
	add_track_package_link: ' You can follow the parcel on our website.',
};
const INPUT_TYPES = ['URL', 'PHONE_NUMBER'];

/**
 * Makes the components of a template that a business takes from the library, with what it gives for the buttons and the text.
 *
 * @returns the template as it is listed; approved, because its text was
 * @throws {GraphError} 100 when the library has none of that name, language and category, or a button is given nothing or something wrong
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library (read 2026-11-28)
 */
export function createFromLibrary(engine: Engine, body: JsonObject): TemplateDraft & { language: string } {
	const { library_template_name: name, library_template_button_inputs: buttons, library_template_body_inputs: texts, ...rest } = body;
	const template = libraryTemplates.find((each) => each.name === name && each.language === body.language);
	if (!template) throw templateProblem('other', `The library has no template ${String(name)} in ${String(body.language)}.`);
	if (String(body.category).toUpperCase() !== template.category) {
		throw new GraphError(100, { message: `(#100) Param category must be ${template.category} for this library template` });
	}
	if (buttons !== undefined && !Array.isArray(buttons)) throw new GraphError(100, { message: '(#100) Param library_template_button_inputs must be an array' });
	const components = toComponents(template, sentComponents(buttons), toJsonObject(texts) ?? {});
	const read = readTemplateRequest({ ...rest, components }, (handle) => engine.uploads.hasSample(handle));
	return { ...read, status: 'APPROVED', library_template_name: template.name };
}

function toComponents(template: LibraryTemplate, inputs: JsonObject[], texts: JsonObject): JsonObject[] {
	if (template.category === 'AUTHENTICATION') return toCodeComponents(inputs, texts);
	const { header, body, body_params: params = [], buttons = [] } = template;
	const added = Object.entries(SENTENCES).map(([key, sentence]) => (texts[key] === true ? sentence : ''));
	const left = [...inputs];
	const filled = buttons.map((button) => fillButton(button, left));
	if (left.length > 0) throw templateProblem('other', `The library template has no button for ${String(left[0]?.type)}.`);
	return [
		...(header ? [{ type: 'HEADER', format: 'TEXT', text: header }] : []),
		{ type: 'BODY', text: `${body}${added.join('')}`, ...(params.length > 0 && { example: { body_text: [params] } }) },
		...(filled.length > 0 ? [{ type: 'BUTTONS', buttons: filled }] : []),
	];
}

/** Takes the first input of the button's kind out of those that are left. */
function fillButton(button: { type: string; text: string }, left: JsonObject[]): JsonObject {
	const { type, text } = button;
	if (type === 'FLOW') return { type, text, flow_id: '1087654321098765' };
	if (!INPUT_TYPES.includes(type)) return { ...button };
	const at = left.findIndex((input) => String(input.type).toUpperCase() === type);
	const [input] = at === -1 ? [] : left.splice(at, 1);
	if (!input) throw templateProblem('other', `library_template_button_inputs has nothing for the ${type} button.`);
	if (type === 'PHONE_NUMBER') return { type, text, phone_number: input.phone_number };
	const { base_url: url, url_suffix_example: example } = toJsonObject(input.url) ?? {};
	return { type, text, url, ...(example !== undefined && { example: [example] }) };
}

function toCodeComponents([input, ...others]: JsonObject[], texts: JsonObject): JsonObject[] {
	if (others.length > 0) throw templateProblem('other', 'The library template has one button.');
	const { add_security_recommendation: warns, code_expiration_minutes: minutes } = texts;
	return [
		{ type: 'BODY', add_security_recommendation: warns === true },
		...(minutes === undefined ? [] : [{ type: 'FOOTER', code_expiration_minutes: minutes }]),
		{ type: 'BUTTONS', buttons: [{ otp_type: 'COPY_CODE', ...input, type: 'OTP' }] },
	];
}

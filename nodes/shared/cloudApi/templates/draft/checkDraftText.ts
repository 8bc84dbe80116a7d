import { fillTemplateText } from '../fillTemplateText';
import type { MessageTemplate } from '../MessageTemplate';
import { templatePlaceholders, type TemplatePlaceholder } from '../templatePlaceholders';
import { refuse } from './refuse';
import type { DraftText } from './TemplateDraft';
import { toVariableName } from './toVariableName';

/** What is checked, and how it is called in the form. */
export interface DraftTextPlace {
	/** Label of the text's field. */
	label: string;
	/** Label of the field with the examples. */
	exampleLabel: string;
	format: MessageTemplate['parameterFormat'];
}

/**
 * Checks the variables of a text, and that each has an example.
 *
 * @throws {TemplateParameterError} for braces that are no variable, names of the wrong kind, numbers that are not 1, 2, 3…,
 * names that occur twice, variables side by side, and examples that are missing, double or without a variable
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkDraftText({ text, examples }: DraftText, { label, exampleLabel, format }: DraftTextPlace): void {
	const placeholders = templatePlaceholders(text);
	checkBraces(label, text);
	if (format === 'NAMED') checkNames(label, placeholders);
	else checkNumbers(label, placeholders);
	checkNeighbours(label, text, placeholders);
	checkExamples(exampleLabel, new Set(placeholders.map(({ name }) => name)), examples);
}

function checkBraces(label: string, text: string): void {
	if (!/\{\{|\}\}/.test(fillTemplateText(text, () => ''))) return;
	const advice = 'Write a variable as {{1}} or {{order_id}}, without spaces in its name.';
	refuse(label, 'has double braces that are no variable.', advice);
}

function checkNumbers(label: string, placeholders: TemplatePlaceholder[]): void {
	const given = new Set(placeholders.map(({ name }) => name));
	const names = [...given];
	const stranger = names.find((name) => !/^[1-9]\d*$/.test(name));
	if (stranger !== undefined) {
		refuse(label, `has the variable {{${stranger}}}, which is no number.`, 'Number the variables, or create the template with named ones.');
	}
	const missing = names.map((_, index) => index + 1).find((number) => !given.has(String(number)));
	if (missing === undefined) return;
	refuse(label, `has ${names.length} variables and none of them is {{${missing}}}.`, 'Number them from 1 on without a gap.');
}

function checkNames(label: string, placeholders: TemplatePlaceholder[]): void {
	const names = placeholders.map(({ name }) => name);
	const stranger = names.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
	if (stranger !== undefined) {
		const advice = 'Write lowercase letters and underscores, for example {{order_id}}, or create the template with numbered variables.';
		refuse(label, `has the variable {{${stranger}}}, which WhatsApp does not take as a name.`, advice);
	}
	const twin = names.find((name, index) => names.indexOf(name) !== index);
	if (twin !== undefined) refuse(label, `has the variable {{${twin}}} twice.`, 'Give each variable a name of its own.');
}

function checkNeighbours(label: string, text: string, placeholders: TemplatePlaceholder[]): void {
	const index = placeholders.findIndex(({ end }, at) => {
		const next = placeholders[at + 1];
		return next !== undefined && text.slice(end, next.start).trim() === '';
	});
	if (index === -1) return;
	const pair = placeholders.slice(index, index + 2).map(({ name }) => `{{${name}}}`);
	refuse(label, `has ${pair.join(' and ')} without a word between them.`, 'Put words between two variables.');
}

function checkExamples(label: string, wanted: Set<string>, examples: DraftText['examples']): void {
	const names = examples.map(({ name }) => toVariableName(name));
	const twin = names.find((name, index) => names.indexOf(name) !== index);
	if (twin !== undefined) refuse(label, `has two examples for {{${twin}}}.`, 'Leave one of them.');
	const stranger = names.find((name) => !wanted.has(name));
	if (stranger !== undefined) {
		const advice = 'Take it out, or put the variable into the text.';
		refuse(label, `has an example for {{${stranger}}}, which the text does not have.`, advice);
	}
	const given = new Set(examples.filter(({ example }) => example.trim() !== '').map(({ name }) => toVariableName(name)));
	const missing = [...wanted].find((name) => !given.has(name));
	if (missing === undefined) return;
	const advice = "Give one of the values that you are going to send; Meta's review wants to see it.";
	refuse(label, `has no example for {{${missing}}}.`, advice);
}

import type { MessageTemplate } from '../cloudApi/templates/MessageTemplate';
import { InvalidInputError } from '../domain/InvalidInputError';
import type { Account } from './openAccount';

/** How the builder chose a template. */
export type TemplateChoice = { id: string } | { name: string; language: string };

/**
 * Reads the choice from the fields of `templateProperties`.
 *
 * @param read - gives the value of one of those fields
 * @returns undefined while nothing, or only half of it, is chosen
 */
export function toTemplateChoice(read: (name: string) => unknown): TemplateChoice | undefined {
	const text = (name: string) => String(read(name) ?? '').trim();
	if (read('templateFrom') !== 'name') {
		const id = text('template');
		return id === '' ? undefined : { id };
	}
	const choice = { name: text('templateName'), language: text('templateLanguage') };
	return choice.name === '' || choice.language === '' ? undefined : choice;
}

/**
 * Finds the chosen template among those of the account; asks Meta anew before it says that there is none, or that it is
 * not approved.
 *
 * @throws {InvalidInputError} when none was chosen, or the account does not have it, naming the languages it does exist in
 */
export async function findTemplate(
	account: Pick<Account, 'listTemplates'>,
	choice: TemplateChoice | undefined,
): Promise<MessageTemplate> {
	if (choice === undefined) {
		throw new InvalidInputError(
			'Template',
			'No template is chosen, so nothing was sent.',
			"Pick one from the list in 'Template', or give both 'Template Name' and 'Template Language'.",
		);
	}
	const isChosen = (template: MessageTemplate) =>
		'id' in choice
			? template.id === choice.id
			: template.name === choice.name && normalise(template.language) === normalise(choice.language);

	const remembered = (await account.listTemplates()).find(isChosen);
	if (remembered?.status === 'APPROVED') return remembered;
	const templates = await account.listTemplates({ isFresh: true });
	const found = templates.find(isChosen);
	if (found) return found;
	throw notFound(choice, templates);
}

function notFound(choice: TemplateChoice, templates: MessageTemplate[]): InvalidInputError {
	if ('id' in choice) {
		return new InvalidInputError(
			'Template',
			`'Template' names a template that this account does not have: ${choice.id}`,
			'Pick it again from the list; it was deleted, or belongs to another WhatsApp Business Account.',
		);
	}
	const languages = templates.filter(({ name }) => name === choice.name).map(({ language }) => language);
	return languages.length > 0
		? new InvalidInputError(
				'Template Language',
				`The template '${choice.name}' does not exist in '${choice.language}'; it exists in ${languages.join(', ')}.`,
				"Set 'Template Language' to one of these.",
			)
		: new InvalidInputError(
				'Template Name',
				`This account has no template '${choice.name}'.`,
				'Create it in WhatsApp Manager and wait for its approval, or pick another one from the list.',
			);
}

// Meta's webhooks spell `en-US` what its API calls `en_US`.
function normalise(language: string): string {
	return language.replace('-', '_').toLowerCase();
}

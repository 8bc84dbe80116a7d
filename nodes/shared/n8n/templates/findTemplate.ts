import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Account } from '../account/openAccount';

/** How the builder chose a template: one language of it, or its name and the languages that will do, the best one first. */
export type TemplateChoice = { id: string } | { name: string; languages: string[] };

/**
 * Reads the choice from the fields of `templateProperties`.
 *
 * @param read - gives the value of one of those fields
 * @returns undefined while nothing, or only half of it, is chosen
 */
export function toTemplateChoice(read: (name: string) => unknown): TemplateChoice | undefined {
	if (read('templateFrom') !== 'name') {
		const id = toText(read('template'));
		return id === '' ? undefined : { id };
	}
	const name = toText(read('templateName'));
	const further = read('options.fallbackLanguages');
	const languages = [read('templateLanguage'), ...(Array.isArray(further) ? further : [further])].map(toText);
	const given = languages.filter((language) => language !== '');
	return name === '' || given.length === 0 ? undefined : { name, languages: [...new Set(given)] };
}

/**
 * Finds the chosen template among those of the account; asks Meta anew before it says that there is none, or that it is
 * not approved. Of several languages the first one that can be sent is taken.
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
	const [remembered] = matching(await account.listTemplates(), choice);
	if (remembered?.status === 'APPROVED') return remembered;
	const templates = await account.listTemplates({ isFresh: true });
	const [found] = matching(templates, choice);
	if (found) return found;
	throw notFound(choice, templates);
}

/** The templates that fit the choice, those that can be sent first, otherwise in the order of the languages. */
function matching(templates: MessageTemplate[], choice: TemplateChoice): MessageTemplate[] {
	if ('id' in choice) return templates.filter(({ id }) => id === choice.id);
	const named = templates.filter(({ name }) => name === choice.name);
	const inOrder = choice.languages.flatMap((wanted) =>
		named.filter(({ language }) => normalise(language) === normalise(wanted)),
	);
	const isApproved = ({ status }: MessageTemplate) => status === 'APPROVED';
	return [...inOrder.filter(isApproved), ...inOrder.filter((template) => !isApproved(template))];
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
				`The template '${choice.name}' does not exist in ${choice.languages.map((language) => `'${language}'`).join(' or ')}; it exists in ${languages.join(', ')}.`,
				"Set 'Template Language' to one of these.",
			)
		: new InvalidInputError(
				'Template Name',
				`This account has no template '${choice.name}'.`,
				'Look for a slip in the name, or pick one from the list. A new one is created with WhatsApp Session > Template > Create, or in WhatsApp Manager, and has to be approved.',
			);
}

function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

// Meta's webhooks spell `en-US` what its API calls `en_US`.
function normalise(language: string): string {
	return language.replace('-', '_').toLowerCase();
}

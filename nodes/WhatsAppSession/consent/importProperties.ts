import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What the columns of an imported list are. Each takes a field of the item by its name where it is left empty. */
export function importProperties(show: NonNullable<IDisplayOptions['show']>): INodeProperties[] {
	const column = (displayName: string, name: string, field: string, more: Pick<INodeProperties, 'placeholder' | 'description'>): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		default: '',
		hint: `Empty: the item's own, from ${field}`,
		...more,
		displayOptions: { show },
	});
	return [
		column('Kind', 'importedKind', 'kind', {
			placeholder: 'e.g. marketing',
			description:
				'The word marketing, utility, authentication or everything; a topic of your own as topic:newsletter. A row with another word is refused.',
		}),
		column('State', 'importedState', 'state', {
			placeholder: 'e.g. optedIn',
			description: 'The word optedIn or optedOut; opt-in, opt-out, subscribed and unsubscribed will do',
		}),
		column('When', 'importedAt', 'at', {
			placeholder: 'e.g. 2026-11-22T09:30:00Z',
			description: "When the person said so: ISO 8601 or Unix seconds. Text without a time zone is read in the workflow's. A row without it is refused.",
		}),
		column('Source', 'importedSource', 'source', {
			placeholder: 'e.g. form',
			description: 'Where the person said so; import where the item does not say',
		}),
		column('Evidence', 'importedEvidence', 'evidence', {
			placeholder: 'e.g. https://shop.example/forms/123',
			description: 'What proves it: a link, the number of a form, the ID of a message',
		}),
		column('Wording', 'importedWording', 'wording', {
			placeholder: 'e.g. Yes, send me offers by WhatsApp',
			description: 'The words that the person agreed to, or wrote',
		}),
	];
}

import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

type Labelled = INodeProperties | INodePropertyCollection;
type Entry = Labelled | INodePropertyOptions;

/** Every word that the editor shows of a node: its names, labels, entries of lists, outputs. */
export function labelsOf({ properties, displayName, defaults, outputs, outputNames = [] }: INodeTypeDescription): Set<string> {
	const drawn = typeof outputs === 'string' ? [...outputs.matchAll(/"([A-Z][\w -]*)"/g)].map((match) => match[1] ?? '') : [];
	return new Set([displayName, String(defaults.name ?? ''), ...outputNames, ...drawn, ...properties.flatMap(wordsOf)]);
}

function wordsOf(entry: Entry): string[] {
	return isLabelled(entry) ? [entry.displayName, ...mapperWords(entry), ...wordsWithin(entry)] : [entry.name];
}

/** What n8n makes of the words that a form of fields gives it. */
function mapperWords(entry: Labelled): string[] {
	const words = isCollection(entry) ? undefined : entry.typeOptions?.resourceMapper?.fieldWords;
	return words ? [`Add ${words.singular} to send`] : [];
}

function wordsWithin(entry: Labelled): string[] {
	if (isCollection(entry)) return entry.values.flatMap(wordsOf);
	const { options = [], modes = [] } = entry;
	return [...options.flatMap(wordsOf), ...modes.map((mode) => mode.displayName)];
}

function isLabelled(entry: Entry): entry is Labelled {
	return 'displayName' in entry;
}

function isCollection(entry: Labelled): entry is INodePropertyCollection {
	return 'values' in entry;
}

/** Entries that stand under one title. */
export interface Section<Entry> {
	/** Undefined for entries without a title. */
	title: string | undefined;
	entries: Entry[];
}

/** Puts entries of one section together, sections and entries in the order in which they first come. */
export function toSections<Entry extends { section: string | undefined }>(entries: Entry[]): Array<Section<Entry>> {
	const grouped = Map.groupBy(entries, ({ section }) => section);
	return [...grouped].map(([title, own]) => ({ title, entries: own }));
}

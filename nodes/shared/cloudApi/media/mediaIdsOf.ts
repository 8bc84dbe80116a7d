import { isRecord } from '../../domain/isRecord';

const FILES = new Set(['image', 'audio', 'video', 'document', 'sticker']);

/** Gives the media IDs that a message carries, wherever they stand in it: in the message, a header, a card or a component of a template. */
export function mediaIdsOf(body: Record<string, unknown>): string[] {
	return [...new Set(listIds(body))];
}

function listIds(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(listIds);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const id = FILES.has(name) && isRecord(inner) && typeof inner.id === 'string' ? [inner.id] : [];
		return [...id, ...listIds(inner)];
	});
}

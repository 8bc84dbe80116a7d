import type { JsonObject } from '../../JsonObject.ts';
import type { RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import { bracketed } from './bracketed.ts';
import { textOf } from './textOf.ts';

const PICTURES = ['image', 'sticker'];
const PLAYABLE = ['audio', 'video'] as const;

/**
 * Shows a file: its kind and, where it has one, its name, with what the page needs to show or play it.
 *
 * @param kind - `image`, `video`, `audio`, `document` or `sticker`
 */
export function renderFile(kind: string, file: JsonObject): Pick<RenderedSection, 'header' | 'pictureId' | 'playable'> {
	const id = textOf(file.id);
	const playable = PLAYABLE.find((candidate) => candidate === kind);
	return {
		header: bracketed(file.voice === true ? 'voice message' : kind, textOf(file.filename)),
		...(id && PICTURES.includes(kind) && { pictureId: id }),
		...(id && playable && { playable: { kind: playable, id } }),
	};
}

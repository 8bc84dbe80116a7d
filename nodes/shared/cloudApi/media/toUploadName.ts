import { endingOf, fileEndings } from './fileEndings';

/**
 * Names a file for its upload, with an ending that belongs to its type: Meta has been seen to refuse `voice-note.mp4` that is declared
 * as `audio/ogg`.
 *
 * A name without an ending gets one. That of a picture, a recording or a video is replaced where it belongs to another type; a
 * document keeps its own, because a text may be a `.md` as well as a `.txt`.
 *
 * @param file.fileName - undefined when it has none; the name of its field then serves
 * @param file.property - name of the field that holds it
 * @param file.mimeType - as it is declared in the upload
 */
export function toUploadName({ fileName, property, mimeType }: { fileName?: string; property: string; mimeType: string }): string {
	const name = fileName?.trim() || property;
	const endings = fileEndings(mimeType);
	const [usual] = endings;
	const ending = endingOf(name);
	if (usual === undefined || (ending !== undefined && endings.includes(ending))) return name;
	if (ending === undefined) return `${name}.${usual}`;
	const isMedia = /^(?:audio|image|video)\//i.test(mimeType);
	return isMedia ? `${name.slice(0, -ending.length)}${usual}` : name;
}

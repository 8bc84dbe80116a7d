import { endingOf, fileEndings } from '../../cloudApi/media/fileEndings';
import { withoutTrailing } from '../../domain/withoutTrailing';

const LONGEST_NAME = 150;
// What a file system or a header could read as something else: paths, drives, wildcards, control and direction characters.
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const UNSAFE = /[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Names the file of a message.
 *
 * @param file.fileName - name the sender gave a document; its folders and unsafe characters are dropped
 * @param file.type - type of the message; names the file when it has no name of its own
 * @param file.mimeType - without parameters, for example `audio/ogg`
 * @returns for example `invoice.pdf` or `image.jpg`; never empty, never with a folder in it
 */
export function mediaFileName(file: { fileName?: string; type: string; mimeType: string }): string {
	const ending = fileEndings(file.mimeType)[0] ?? subtypeEnding(file.mimeType);
	const own = toSafeName(file.fileName ?? '');
	if (own === '') return `${toSafeName(file.type) || 'file'}.${ending}`;
	return endingOf(own) === undefined ? `${own}.${ending}` : own;
}

function toSafeName(name: string): string {
	const safe = withoutTrailing((name.split(/[/\\]/).at(-1) ?? '').replace(UNSAFE, ''), /[.\s]/).replace(/^[.\s]+/, '');
	if (safe.length <= LONGEST_NAME) return safe;
	const ending = /\.[^.\s]{1,10}$/.exec(safe)?.[0] ?? '';
	return `${safe.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}

function subtypeEnding(mimeType: string): string {
	const subtype = mimeType.split('/')[1] ?? '';
	return /^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin';
}

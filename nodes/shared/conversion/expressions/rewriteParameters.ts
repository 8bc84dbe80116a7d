import type { ConversionNote } from '../ConversionNote';
import { isExpression } from '../isExpression';
import { isRecord } from '../../domain/isRecord';
import { blocksOf } from './blocksOf';
import { findReferences, type Reference } from './findReferences';
import { ADDRESSES, NEW_FIELDS, OLD_ROOTS, ORIGINALS } from './newFields';
import type { SourceKind } from './SourceKind';

/** How the references of a node are to be read. */
export interface Reading {
	/** What the item of a reference was made by; undefined where that is not certain. */
	kindOf(reference: Reference): SourceKind | undefined;
	/** The parameter that says where a message goes; undefined where the node has none. */
	addressParameter?: string;
}

/** What became of the expressions of a node. */
export interface Rewritten {
	parameters: Record<string, unknown>;
	/** The parameters that read other fields now, as paths. */
	changed: string[];
	/** What nobody can be certain of. */
	unclear: Array<Required<Pick<ConversionNote, 'parameter' | 'text'>>>;
	/** Whether something reads Meta's own object now. */
	readsOriginal: boolean;
}

/** What only the items of the built-in nodes begin with, wherever it is read. */
const TELLING = /^(?:messages|contacts|statuses)\.0\b|^metadata\.phone_number_id$/;

/** The same in any other way of writing: over a list of items, in brackets, with a name that is put together. */
const ANY_WAY =
	/(?<![\w$])(?:(?:json|data)["'`]?\]?\??(?:\.|\[["'`])(?:messages|contacts|statuses|metadata)|json["'`]?\]?\??\.data\??\.(?:approved|text))\b/;

const NUMBER_ALONE =
	"Reads the number of who wrote, which is empty for people who hide theirs. Where nothing has to be put before it or changed in it, write {{ $json.recipient }} alone: it is the address of everybody.";

/** Points the expressions of a node at the fields of the new items, where it is certain what they read, and tells of the others. */
export function rewriteParameters(parameters: Record<string, unknown>, reading: Reading): Rewritten {
	const rewritten: Rewritten = { parameters: {}, changed: [], unclear: [], readsOriginal: false };
	const walk = (value: unknown, path: string): unknown => {
		if (isExpression(value)) return rewriteText(value, path, reading, rewritten);
		if (Array.isArray(value)) return value.map((each, index) => walk(each, `${path}.${index}`));
		if (!isRecord(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, path === '' ? name : `${path}.${name}`)]));
	};
	rewritten.parameters = walk(parameters, '') as Record<string, unknown>;
	return rewritten;
}

function rewriteText(text: string, parameter: string, reading: Reading, rewritten: Rewritten): string {
	const pieces: string[] = [];
	const references = findReferences(text);
	let at = 0;
	for (const reference of references) {
		const { start, end } = reference;
		const kind = reading.kindOf(reference);
		const replacement = kind && replace(text, reference, kind, parameter === reading.addressParameter && isWhole(text, reference));
		if (replacement) {
			pieces.push(text.slice(at, start), replacement.text);
			at = replacement.end;
			rewritten.readsOriginal ||= replacement.isOriginal;
			if (parameter === reading.addressParameter && kind === 'trigger' && replacement.text.endsWith('from')) rewritten.unclear.push({ parameter, text: NUMBER_ALONE });
		} else if (isUnclear(reference, kind)) {
			const doubt = kind ? 'which the item does not have any more' : 'and it is not certain whose item that is';
			rewritten.unclear.push({ parameter, text: `Reads ${text.slice(start, end).slice(0, 120)}, ${doubt}.` });
		}
	}
	for (const { start, end } of blocksOf(text)) {
		const isRead = references.filter((reference) => reference.start >= start && reference.end <= end);
		const rest = isRead.reduceRight((block, reference) => block.slice(0, reference.start - start) + block.slice(reference.end - start), text.slice(start, end));
		if (ANY_WAY.test(rest)) rewritten.unclear.push({ parameter, text: `Reads ${text.slice(start, end).slice(0, 120)}, and it is not certain whose item that is.` });
	}
	if (pieces.length > 0) rewritten.changed.push(parameter);
	return pieces.join('') + text.slice(at);
}

function replace(text: string, { start, end, item, path }: Reference, kind: SourceKind, isAddress: boolean): { text: string; end: number; isOriginal: boolean } | undefined {
	const keys = path.map(({ key }) => key);
	for (let length = path.length; length > 0; length -= 1) {
		const old = keys.slice(0, length).join('.');
		const field = isAddress && length === path.length && kind === 'trigger' && ADDRESSES.includes(old) ? 'recipient' : ownMember(NEW_FIELDS[kind], old);
		if (field === undefined) continue;
		const dot = path.slice(0, length).some(({ isOptional }) => isOptional) ? '?.' : '.';
		const written = typeof field === 'string' ? [item, ...field.split('.')].join(dot) : field(item);
		return { text: written, end: path[length - 1]?.end ?? end, isOriginal: false };
	}
	const isMethod = path.length === 3 && text[end] === '(';
	if (kind !== 'trigger' || path.length < 3 || isMethod || !ORIGINALS.includes(keys.slice(0, 2).join('.'))) return undefined;
	const dot = path.slice(0, 2).some(({ isOptional }) => isOptional) ? '?.' : '.';
	return { text: `${item}${dot}raw${text.slice(path[1]?.end ?? start, end)}`, end, isOriginal: true };
}

/** Whether an expression is one reference and nothing else, so that something else may take the place of its value. */
function isWhole(text: string, { start, end }: Reference): boolean {
	return /^=\s*\{\{\s*$/.test(text.slice(0, start)) && /^\s*\}\}\s*$/.test(text.slice(end));
}

function ownMember<Member>(members: Readonly<Record<string, Member>>, name: string): Member | undefined {
	return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isUnclear({ path }: Reference, kind: SourceKind | undefined): boolean {
	const keys = path.map(({ key }) => key);
	if (!kind) return TELLING.test(keys.join('.'));
	return keys.length === 0 || OLD_ROOTS[kind].includes(keys[0] ?? '');
}

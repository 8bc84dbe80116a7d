import type { TemplateComponent } from '../TemplateAdmin';
import type { DraftComponents } from './toDraftComponents';

const ORDER = ['HEADER', 'BODY', 'LIMITED_TIME_OFFER', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'CALL_PERMISSION_REQUEST'];

/** Puts new components into the place of those of the same type, because Meta replaces a template's components as a whole. */
export function replaceComponents(current: TemplateComponent[], changes: DraftComponents): TemplateComponent[] {
	const isReplaced = ({ type }: TemplateComponent) => [...changes.keys()].some((key) => key === type.toUpperCase());
	const changed = [...changes.values()].filter((component) => component !== undefined);
	return [...current.filter((component) => !isReplaced(component)), ...changed].sort((a, b) => rank(a) - rank(b));
}

function rank({ type }: TemplateComponent): number {
	const index = ORDER.indexOf(type.toUpperCase());
	return index === -1 ? ORDER.length : index;
}

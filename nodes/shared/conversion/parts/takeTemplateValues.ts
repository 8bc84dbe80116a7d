import { CannotConvertError } from '../CannotConvertError';
import type { GivenParameters } from '../GivenParameters';
import { toText } from './toText';

/** What a template is filled in with, as our form has it. */
interface TemplateFilling {
	/** By the IDs of the fields: `body_1`, `header_media`, `button_1_suffix`. */
	value: Record<string, string>;
	/** The variables that are sent as an amount of money or a point in time. */
	typed: Array<{ variable: string; type: string; currency?: string }>;
	toDo: string[];
}

/** The parameter of a row that holds its value, by the type of the row. */
const VALUES: Readonly<Record<string, string>> = { text: 'text', currency: 'amount_1000', date_time: 'date_time', image: 'imageLink' };

/** The component rows of the built-in node. It has no names of variables: the first row of a text is its `{{1}}`. */
export function takeTemplateValues(given: GivenParameters): TemplateFilling {
	const filling: TemplateFilling = { value: {}, typed: [], toDo: [] };
	for (const component of given.takeList('components', 'component')) {
		const type = component.choose('body', 'type');
		if (type === 'button') takeButton(component, filling);
		else takeText(component, type === 'header' ? 'header' : 'body', filling);
	}
	const { body_1: code, button_1_suffix: end } = filling.value;
	if (code !== undefined && code === end) {
		filling.toDo.push("If this template sends a one-time code, clear its fields in 'Template Variables' and fill in 'One-time code', which stands for both.");
	}
	return filling;
}

function takeText(component: GivenParameters, part: 'header' | 'body', filling: TemplateFilling): void {
	for (const [index, row] of component.takeList(`${part}Parameters`, 'parameter').entries()) {
		const type = row.choose('text', 'type');
		const id = type === 'image' ? 'header_media' : `${part}_${index + 1}`;
		if (Object.hasOwn(filling.value, id)) filling.toDo.push(`The template has two values for '${id}'; the last one was kept.`);
		filling.value[id] = toText(row.take(VALUES[type] ?? 'text')) ?? '';
		if (type === 'currency') filling.typed.push({ variable: id, type, currency: toText(row.take('code')) ?? '' });
		if (type === 'date_time') {
			filling.typed.push({ variable: id, type });
			filling.toDo.push(`'${id}' is a date: the built-in node sends it as it is stored, and this one as people read it.`);
		}
	}
}

function takeButton(component: GivenParameters, filling: TemplateFilling): void {
	const subType = component.choose('quick_reply', 'sub_type');
	const written = component.choose('0', 'index');
	const index = Number(written);
	if (!Number.isInteger(index)) throw new CannotConvertError(`the place of one of its buttons is no number: ${written.slice(0, 40)}.`);
	const kind = component.choose('payload', 'buttonParameters', 'parameter', 'type');
	const expected = subType === 'url' ? 'text' : 'payload';
	// What does not fit is left over, and so told.
	if (kind !== expected) return;
	const value = toText(component.take('buttonParameters', 'parameter', kind));
	if (value !== undefined) filling.value[`button_${index + 1}_${subType === 'url' ? 'suffix' : 'payload'}`] = value;
}

import { isRecord } from '../../domain/isRecord';
import type { TemplateComponent } from './TemplateAdmin';

/** What Meta lists in another form than it was given: a sample by an address of its own, a Flow by its ID, and perhaps no sample of a payment, whose kind is in the words of its button. */
const LISTED_OTHERWISE = new Set(['header_handle', 'flow_name', 'flow_json', 'payment_setting']);

/**
 * Says whether a template that Meta lists is the one that was submitted. Meta adds to what it was given, puts its own address
 * in place of a sample's handle and the ID in place of a Flow, and lists the button of a one-time code as a link to its page;
 * all else has to be equal.
 *
 * @param listed - components as Meta lists them
 */
export function isSameDefinition(submitted: TemplateComponent[], listed: TemplateComponent[]): boolean {
	return holds(inOrder(listed), inOrder(submitted));
}

function inOrder(components: TemplateComponent[]): TemplateComponent[] {
	const named = components.map((component) => ({ ...component, type: component.type.toUpperCase() }));
	return named.sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}

function holds(listed: unknown, submitted: unknown): boolean {
	if (Array.isArray(submitted)) {
		if (!Array.isArray(listed) || listed.length !== submitted.length) return false;
		return submitted.every((value, index) => holds(listed[index], value));
	}
	if (!isRecord(submitted)) return listed === submitted || (submitted === false && listed === undefined);
	if (!isRecord(listed)) return false;
	if (submitted.type === 'OTP' && listed.type === 'URL') return isCodeLink(listed, submitted);
	return Object.entries(submitted).every(([key, value]) => LISTED_OTHERWISE.has(key) || holds(listed[key], value));
}

function isCodeLink({ text, url }: Record<string, unknown>, otp: Record<string, unknown>): boolean {
	return (otp.text === undefined || text === otp.text) && String(url).includes(`otp_type=${String(otp.otp_type).toUpperCase()}`);
}

import type { TemplateComponent } from '../TemplateAdmin';
import { fillTemplateText } from '../fillTemplateText';
import { templatePlaceholders } from '../templatePlaceholders';
import type { DraftButton, DraftHeader, DraftText, TemplateDraft } from './TemplateDraft';
import { toVariableName } from './toVariableName';

/** The components that take the place of those of a template, by their type; undefined for a part that is left out. */
export type DraftComponents = Map<'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS', TemplateComponent | undefined>;

/**
 * Writes the parts of a checked draft in Meta's shape.
 *
 * @param handle - Meta's handle of the header's sample; undefined for a header without one
 * @returns an entry for each part that the draft gives
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toDraftComponents(draft: TemplateDraft, handle?: string): DraftComponents {
	const { header, body, footer, buttons, parameterFormat } = draft;
	const components: DraftComponents = new Map();
	if (header) components.set('HEADER', toHeader(header, parameterFormat, handle));
	if (body) components.set('BODY', { type: 'BODY', ...toText('body', body, parameterFormat) });
	if (footer !== undefined) components.set('FOOTER', footer === '' ? undefined : { type: 'FOOTER', text: footer });
	if (buttons) {
		const component = { type: 'BUTTONS', buttons: buttons.map(toButton) };
		components.set('BUTTONS', buttons.length === 0 ? undefined : component);
	}
	return components;
}

function toHeader(
	header: DraftHeader,
	parameterFormat: TemplateDraft['parameterFormat'],
	handle: string | undefined,
): TemplateComponent | undefined {
	const { format } = header;
	if (format === 'NONE') return undefined;
	if (format === 'TEXT') return { type: 'HEADER', format, ...toText('header', header.text, parameterFormat) };
	return { type: 'HEADER', format, ...(handle !== undefined && { example: { header_handle: [handle] } }) };
}

function toText(component: 'header' | 'body', { text, examples }: DraftText, format: TemplateDraft['parameterFormat']) {
	const names = [...new Set(templatePlaceholders(text).map(({ name }) => name))];
	if (names.length === 0) return { text };
	const exampleOf = (name: string) => examples.find((each) => toVariableName(each.name) === name)?.example.trim() ?? '';
	if (format === 'NAMED') {
		const named = names.map((name) => ({ param_name: name, example: exampleOf(name) }));
		return { text, example: { [`${component}_text_named_params`]: named } };
	}
	const values = names.sort((a, b) => Number(a) - Number(b)).map(exampleOf);
	// Meta nests the examples of a body once more than those of a header.
	return { text, example: { [`${component}_text`]: component === 'body' ? [values] : values } };
}

function toButton(button: DraftButton): Record<string, unknown> {
	const { type, text, url, urlExample, phoneNumber, code, flowId, flowScreen } = button;
	switch (type) {
		case 'URL':
			return { type, text, url, ...(urlExample !== '' && { example: [toFullUrl(url, urlExample)] }) };
		case 'PHONE_NUMBER':
			return { type, text, phone_number: phoneNumber };
		case 'COPY_CODE':
			return { type, example: code };
		case 'FLOW':
			return flowScreen === ''
				? { type, text, flow_id: flowId, flow_action: 'data_exchange' }
				: { type, text, flow_id: flowId, flow_action: 'navigate', navigate_screen: flowScreen };
		default:
			return { type, text };
	}
}

function toFullUrl(url: string, example: string): string {
	const [base = ''] = url.split('{{');
	return example.startsWith(base) ? example : fillTemplateText(url, () => example);
}

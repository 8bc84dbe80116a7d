import type { TemplateButton, TemplateComponent } from '../TemplateDefinition.ts';

/** A body with numbered variables and a sample for each. */
export function body(text: string, ...samples: string[]): TemplateComponent {
	return { type: 'BODY', text, ...(samples.length > 0 && { example: { body_text: [samples] } }) };
}

/** A body with named variables and a sample for each. */
export function namedBody(text: string, samples: Record<string, string>): TemplateComponent {
	const list = Object.entries(samples).map(([param_name, example]) => ({ param_name, example }));
	return { type: 'BODY', text, example: { body_text_named_params: list } };
}

/** A header with a file; the address is that of the sample, as Meta lists it. */
export function mediaHeader(format: 'IMAGE' | 'VIDEO' | 'GIF' | 'DOCUMENT', fileName: string): TemplateComponent {
	return { type: 'HEADER', format, example: { header_handle: [`https://scontent.example/${fileName}`] } };
}

/** A link whose end is sent along. */
export function linkWithEnd(text: string, address: string, sample: string): TemplateButton {
	return { type: 'URL', text, url: `${address}{{1}}`, example: [`${address}${sample}`] };
}

/** The buttons of a template or a card. */
export function buttons(...list: TemplateButton[]): TemplateComponent {
	return { type: 'BUTTONS', buttons: list };
}

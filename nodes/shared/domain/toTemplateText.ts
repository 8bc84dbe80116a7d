/**
 * Makes any text legal as the value of a template variable.
 *
 * Meta refuses line breaks, tabs and runs of more than three spaces there. Lines are joined with ` · `, so that an
 * address or a list stays readable in one line; all other white space becomes a single space.
 *
 * @returns the empty string when the text holds nothing but white space
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function toTemplateText(text: string): string {
	return text
		.split(/[\r\n\u0085\u2028\u2029\v\f]+/)
		.map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
		.filter((line) => line !== '')
		.join(' · ');
}

import { fillTemplateText } from '../fillTemplateText';

/** Puts the example of a variable at the end of an address; an example that is a whole address stays as it is. */
export function toFullUrl(url: string, example: string): string {
	const [base = ''] = url.split('{{');
	return example.startsWith(base) ? example : fillTemplateText(url, () => example);
}

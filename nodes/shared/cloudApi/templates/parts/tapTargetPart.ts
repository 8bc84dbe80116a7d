import { linkFault } from '../../../domain/linkFault';
import { parseLink } from '../../../domain/parseLink';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';

/**
 * A link and a title that a tap anywhere on the message opens, instead of the button's own. Meta allows it to some businesses.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/tap-target-url-title-override (read 2025-12)
 */
export function tapTargetPart(): TemplatePart {
	const field = (name: string): TemplateField => ({
		id: `tap_target_${name}`,
		label: `Tap target ${name}`,
		example: '',
		kind: 'word',
		isRequired: false,
	});
	const link = field('link');
	const title = field('title');
	return {
		slot: 'tap_target_configuration',
		fields: [link, title],
		toComponent(values) {
			if (!values.has(link) && !values.has(title)) return undefined;
			const url = values.word(link).trim();
			if (!parseLink(url, ['https'])) {
				throw new TemplateParameterError(
					link.label,
					`'${link.label}' ${linkFault(url, 'is not a link that begins with https://')}: ${url.slice(0, 80)}`,
					'Give the whole address.',
				);
			}
			const target = { url, title: values.word(title) };
			const parameter = { type: 'tap_target_configuration', tap_target_configuration: [target] };
			return { type: 'tap_target_configuration', parameters: [parameter] };
		},
	};
}

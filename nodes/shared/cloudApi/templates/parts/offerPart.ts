import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';

/** The end of an offer that counts down on the person's phone. */
export function offerPart(offerText: string): TemplatePart {
	const field: TemplateField = {
		id: 'offer_ends_at',
		label: `Offer end: "${offerText}"`,
		example: '',
		kind: 'instant',
		isRequired: true,
	};
	return {
		slot: 'limited_time_offer',
		fields: [field],
		toComponent(values) {
			const endsAt = values.instant(field);
			if (endsAt <= values.reading.now) {
				throw new TemplateParameterError(
					field.label,
					`'${field.label}' is in the past: ${endsAt.toISO()}`,
					'Give an instant that is still to come.',
				);
			}
			const offer = { expiration_time_ms: endsAt.toMillis() };
			const parameter = { type: 'limited_time_offer', limited_time_offer: offer };
			return { type: 'limited_time_offer', parameters: [parameter] };
		},
	};
}

import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';

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
			const offer = { expiration_time_ms: values.instantAhead(field).toMillis() };
			const parameter = { type: 'limited_time_offer', limited_time_offer: offer };
			return { type: 'limited_time_offer', parameters: [parameter] };
		},
	};
}

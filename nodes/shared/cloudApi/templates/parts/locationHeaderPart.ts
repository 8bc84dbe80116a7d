import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';

function field(name: string, isRequired: boolean): TemplateField {
	return { id: `header_${name}`, label: `Header ${name}`, example: '', kind: 'word', isRequired };
}

/** The map above the body. Meta takes its numbers as text. */
export function locationHeaderPart(): TemplatePart {
	const latitude = field('latitude', true);
	const longitude = field('longitude', true);
	const words = [field('name', false), field('address', false)] as const;
	return {
		slot: 'header',
		fields: [latitude, longitude, ...words],
		toComponent(values) {
			const [name, address] = words.map((word) => (values.has(word) ? values.word(word) : undefined));
			const location = {
				latitude: String(values.number(latitude, -90, 90)),
				longitude: String(values.number(longitude, -180, 180)),
				...(name !== undefined && { name }),
				...(address !== undefined && { address }),
			};
			return { type: 'header', parameters: [{ type: 'location', location }] };
		},
	};
}

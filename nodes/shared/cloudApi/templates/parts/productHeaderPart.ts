import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import type { SectionPlace } from './SectionPlace';

/** The product that a template with a product header shows. */
export function productHeaderPart({ idPrefix, labelPrefix }: SectionPlace): TemplatePart {
	const field = (name: string, words: string): TemplateField => ({
		id: `${idPrefix}header_${name}`,
		label: labelPrefix === '' ? `Header ${words}` : `${labelPrefix}${words}`,
		example: '',
		kind: 'word',
		isRequired: true,
	});
	const product = field('product_id', 'product ID');
	const catalog = field('catalog_id', 'catalog ID');
	return {
		slot: 'header',
		fields: [product, catalog],
		toComponent: (values) => ({
			type: 'header',
			parameters: [
				{
					type: 'product',
					product: { product_retailer_id: values.word(product), catalog_id: values.word(catalog) },
				},
			],
		}),
	};
}

import { isRecord } from '../../../domain/isRecord';
import { PRODUCT_LIMITS } from '../templateLimits';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplateField } from '../TemplateField';
import type { TemplatePart } from '../TemplatePart';
import { TemplateParameterError } from '../TemplateParameterError';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

interface ProductSection {
	title: string;
	product_items: Array<{ product_retailer_id: string }>;
}

const SHAPE = 'Give a list of sections, for example [{"title": "New", "products": ["sku-1", "sku-2"]}].';

/** The products that a button opens, in sections, and the one whose picture stands for them. */
export function productsButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const thumbnail = buttonField(button, place, 'thumbnail', 'picture', { hint: 'product ID' });
	const sections = buttonField(button, place, 'sections', 'products', {
		kind: 'json',
		hint: 'e.g. [{"title": "New", "products": ["sku-1"]}]',
	});
	const index = String(button.index);
	return {
		slot: `button ${index}`,
		fields: [thumbnail, sections],
		toComponent(values) {
			const action = {
				thumbnail_product_retailer_id: values.word(thumbnail),
				sections: toSections(sections, values.json(sections)),
			};
			return { type: 'button', sub_type: 'mpm', index, parameters: [{ type: 'action', action }] };
		},
	};
}

function toSections(field: TemplateField, given: unknown): ProductSection[] {
	const refuse = (words: string) => new TemplateParameterError(field.label, `'${field.label}' ${words}`, SHAPE);
	const list: unknown[] = Array.isArray(given) ? given : [given];
	const sections = list.map(toSection);
	if (!sections.every((section) => section !== undefined) || sections.length === 0) {
		throw refuse('is not a list of sections with a title and products.');
	}
	const products = sections.flatMap((section) => section.product_items).length;
	if (sections.length > PRODUCT_LIMITS.sections || products > PRODUCT_LIMITS.products) {
		throw refuse(
			`has ${sections.length} sections with ${products} products; WhatsApp allows ${PRODUCT_LIMITS.sections} with ${PRODUCT_LIMITS.products}.`,
		);
	}
	const long = sections.find(({ title }) => title.length > PRODUCT_LIMITS.sectionTitle);
	if (long) throw refuse(`has the title '${long.title.slice(0, 60)}'; WhatsApp allows ${PRODUCT_LIMITS.sectionTitle} characters.`);
	return sections;
}

/** Takes Meta's own shape, and the shorter one of the advice. */
function toSection(raw: unknown): ProductSection | undefined {
	if (!isRecord(raw) || (typeof raw.title !== 'string' || raw.title.trim() === '')) return undefined;
	const list: unknown = raw.product_items ?? raw.products;
	const ids: unknown[] = Array.isArray(list)
		? list.map((product: unknown) => (isRecord(product) ? product.product_retailer_id : product))
		: [];
	const isWhole = ids.length > 0 && ids.every((id) => (typeof id === 'string' && id !== '') || typeof id === 'number');
	if (!isWhole) return undefined;
	return { title: raw.title, product_items: ids.map((id) => ({ product_retailer_id: String(id) })) };
}

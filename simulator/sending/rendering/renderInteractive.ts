import type { JsonObject } from '../../JsonObject.ts';
import type { RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import { sentComponents } from '../../templates/sentComponents.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { bracketed } from './bracketed.ts';
import { renderAction } from './renderAction.ts';
import { renderFile } from './renderFile.ts';
import { textOf } from './textOf.ts';

/** Shows an interactive message, then its cards in their order. */
export function renderInteractive(content: JsonObject): [RenderedSection, ...RenderedSection[]] {
	const cards = sentComponents(toJsonObject(content.action)?.cards);
	const inOrder = cards.toSorted((one, other) => Number(one.card_index) - Number(other.card_index));
	return [renderPart(content), ...inOrder.map(renderPart)];
}

function renderPart(part: JsonObject): RenderedSection {
	const action = toJsonObject(part.action) ?? {};
	const product = textOf(action.product_retailer_id);
	const header = toJsonObject(part.header);
	return {
		...(product && { header: bracketed('product', product) }),
		...(header && renderHeader(header)),
		body: textOf(toJsonObject(part.body)?.text),
		footer: textOf(toJsonObject(part.footer)?.text),
		...renderAction(textOf(part.type), action),
	};
}

function renderHeader(header: JsonObject): Pick<RenderedSection, 'header' | 'pictureId' | 'playable'> {
	const kind = textOf(header.type);
	return kind === 'text' ? { header: textOf(header.text) } : renderFile(kind, toJsonObject(header[kind]) ?? {});
}

import type { JsonObject } from '../../JsonObject.ts';
import { sentComponents } from '../sentComponents.ts';
import type { TemplateButton, TemplateComponent } from '../TemplateDefinition.ts';

/**
 * Reads components as a business writes them, with types and formats in any letter case, into the form that Meta lists.
 *
 * What is not a list or not an object is left out; the checks say what is then missing.
 */
export function readComponents(value: unknown): TemplateComponent[] {
	return sentComponents(value).map(toComponent);
}

function toComponent(written: JsonObject): TemplateComponent {
	return {
		...written,
		type: toWord(written.type),
		...(written.format !== undefined && { format: toWord(written.format) }),
		...(written.text !== undefined && { text: String(written.text) }),
		...(written.buttons !== undefined && { buttons: sentComponents(written.buttons).map(toButton) }),
		...(written.cards !== undefined && {
			cards: sentComponents(written.cards).map((card) => ({ components: readComponents(card.components) })),
		}),
	};
}

function toButton(written: JsonObject): TemplateButton {
	return {
		...written,
		type: toWord(written.type),
		...(written.text !== undefined && { text: String(written.text) }),
		...(written.url !== undefined && { url: String(written.url) }),
		...(written.phone_number !== undefined && { phone_number: String(written.phone_number) }),
	};
}

function toWord(value: unknown): string {
	return String(value).toUpperCase();
}

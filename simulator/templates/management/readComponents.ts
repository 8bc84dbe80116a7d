import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
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
		text: toText(written.text),
		...(written.limited_time_offer !== undefined && { limited_time_offer: toOffer(written.limited_time_offer) }),
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
		text: toText(written.text),
		url: toText(written.url),
		phone_number: toText(written.phone_number),
	};
}

function toOffer(value: unknown): TemplateComponent['limited_time_offer'] {
	const { text, has_expiration: hasExpiration } = toJsonObject(value) ?? {};
	return { text: toText(text) ?? '', has_expiration: hasExpiration === true };
}

function toText(value: unknown): string | undefined {
	return value === undefined || value === null ? undefined : String(value);
}

function toWord(value: unknown): string {
	return String(value).toUpperCase();
}

import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';

/** Shows a limited-time offer, with its end when it has one; undefined when the template has no offer. */
export function renderOffer(
	{ limited_time_offer: offer }: TemplateComponent,
	parameters: readonly JsonObject[],
): string | undefined {
	const endsAtMs = toJsonObject(parameters[0]?.limited_time_offer)?.expiration_time_ms;
	const endsAt = new Date(typeof endsAtMs === 'number' ? endsAtMs : NaN);
	const isShown = offer?.has_expiration === true && !Number.isNaN(endsAt.getTime());
	return isShown ? `${offer.text} (until ${endsAt.toISOString()})` : offer?.text;
}

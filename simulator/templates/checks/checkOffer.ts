import { GraphError } from '../../graph/GraphError.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';
import { parametersFor } from './parametersFor.ts';
import type { SentSection } from './SentTemplate.ts';

/**
 * Checks the end of a limited-time offer.
 *
 * @throws {GraphError} 131008 when it is missing, 132012 when it is no number or beyond the calendar, 132018 when it is over
 */
export function checkOffer(offer: TemplateComponent | undefined, { components, nowMs }: SentSection): void {
	const [parameter] = parametersFor(components, 'limited_time_offer');
	if (!offer?.limited_time_offer?.has_expiration) {
		if (parameter === undefined) return;
		throw new GraphError(131009, { details: 'limited_time_offer: the template has no offer that ends' });
	}
	if (parameter === undefined) throw problem(131008, 'is missing');
	const endsAtMs = toJsonObject(parameter.limited_time_offer)?.expiration_time_ms;
	if (typeof endsAtMs !== 'number' || Number.isNaN(new Date(endsAtMs).getTime())) throw problem(132012, 'is no instant');
	if (endsAtMs <= nowMs) throw problem(132018, 'is in the past');
}

function problem(code: number, what: string): GraphError {
	return new GraphError(code, { details: `limited_time_offer: expiration_time_ms ${what}` });
}

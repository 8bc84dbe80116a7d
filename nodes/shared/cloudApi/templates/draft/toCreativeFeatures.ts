import type { TemplateCreation } from '../TemplateAdmin';
import { CREATIVE_FEATURES } from './creativeFeatures';
import { refuse } from './refuse';

/**
 * Writes down which creative optimizations Meta leaves out and makes for one template; the others stay as the account has them.
 *
 * @param category - that of the template
 * @returns a field of the request; empty where nothing is chosen
 * @throws {TemplateParameterError} when one is not known, is chosen both ways, or the template is not marketing
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages (dated 2026-02-19)
 */
export function toCreativeFeatures(
	{ off, on }: { off: string[]; on: string[] },
	category: string,
): Pick<TemplateCreation, 'degrees_of_freedom_spec'> {
	const chosen = [
		...off.map((feature) => ({ parameter: 'Creative Optimizations Off', feature, status: 'OPT_OUT' })),
		...on.map((feature) => ({ parameter: 'Creative Optimizations On', feature, status: 'OPT_IN' })),
	];
	const [first] = chosen;
	if (first === undefined) return {};
	if (category !== 'MARKETING') {
		refuse(first.parameter, `is for marketing templates; this one is ${category.toLowerCase()}.`, 'Take the option out.');
	}
	for (const { parameter, feature } of chosen) {
		if (Object.hasOwn(CREATIVE_FEATURES, feature)) continue;
		refuse(parameter, `has one that WhatsApp does not know: ${feature.slice(0, 40)}`, `Give ${Object.keys(CREATIVE_FEATURES).join(', ')}.`);
	}
	const both = on.find((feature) => off.includes(feature));
	if (both !== undefined) {
		refuse('Creative Optimizations On', `has '${CREATIVE_FEATURES[both]?.name}', which is switched off as well.`, 'Take it out of one of the two.');
	}
	const features = chosen.map(({ feature, status }) => [feature, { enroll_status: status }]);
	return { degrees_of_freedom_spec: { creative_features_spec: Object.fromEntries(features) } };
}

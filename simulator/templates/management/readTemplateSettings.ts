import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import { templateProblem } from './templateProblem.ts';

const FEATURES = new Set([
	'image_brightness_and_contrast', 'image_touchups', 'add_text_overlay', 'image_animation', 'image_background_gen', 'auto_promotion_tag',
	'text_extraction_for_headline', 'text_extraction_for_tap_target', 'product_extensions', 'text_formatting_optimization',
]);

/** What is set for a template beside its content, at creation and later. */
type Settings = Pick<TemplateDefinition, 'cta_url_link_tracking_opted_out' | 'is_primary_device_delivery_only' | 'degrees_of_freedom_spec'>;

/**
 * Reads what a request sets for a template beside its content.
 *
 * @returns only what the request has, in the shape in which it is listed
 * @throws {GraphError} 100 for a value that is none, and for creative features of a template that is not marketing
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api (read 2026-09-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages (dated 2026-02-19)
 */
export function readTemplateSettings(body: JsonObject, category: string): Settings {
	const isOptedOut = readBoolean(body, 'cta_url_link_tracking_opted_out');
	const isPrimaryOnly = readBoolean(body, 'is_primary_device_delivery_only');
	const features = readFeatures(body.degrees_of_freedom_spec, category);
	return {
		...(isOptedOut !== undefined && { cta_url_link_tracking_opted_out: isOptedOut }),
		...(isPrimaryOnly !== undefined && { is_primary_device_delivery_only: isPrimaryOnly }),
		...(features && { degrees_of_freedom_spec: { creative_features_spec: features } }),
	};
}

function readBoolean(body: JsonObject, name: string): boolean | undefined {
	const value = body[name];
	if (value === undefined || typeof value === 'boolean') return value;
	throw new GraphError(100, { message: `(#100) Param ${name} must be a boolean` });
}

function readFeatures(spec: unknown, category: string): Array<{ key: string; value: { enroll_status: string } }> | undefined {
	if (spec === undefined) return undefined;
	const features = toJsonObject(toJsonObject(spec)?.creative_features_spec);
	if (!features) throw new GraphError(100, { message: '(#100) Param degrees_of_freedom_spec has no creative_features_spec' });
	if (category !== 'MARKETING') throw templateProblem('other', 'Creative optimizations are for marketing templates.');
	return Object.entries(features).map(([name, value]) => {
		const status = toJsonObject(value)?.enroll_status;
		if (!FEATURES.has(name)) throw templateProblem('other', `There is no creative feature ${name}.`);
		if (status !== 'OPT_IN' && status !== 'OPT_OUT') throw templateProblem('other', `enroll_status of ${name} is OPT_IN or OPT_OUT.`);
		return { key: name.toUpperCase(), value: { enroll_status: status } };
	});
}

import type { TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import { toCreativeFeatures } from '../../shared/cloudApi/templates/draft/toCreativeFeatures';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import type { TemplateRun } from './TemplateRun';
import { toWord } from './toWord';

/** What is set for a template beside its content, and can be changed later as well. */
export type TemplateSettings = Pick<
	TemplateCreation,
	'cta_url_link_tracking_opted_out' | 'is_primary_device_delivery_only' | 'degrees_of_freedom_spec'
>;

/**
 * Reads the options on how messages of a template are delivered, and what Meta may do with them.
 *
 * @param category - that of the template
 * @returns fields of the request; none for what was not added to the options
 * @throws {TemplateParameterError} for creative optimizations that there are not, or of a template that is not marketing
 */
export function readSettings({ read }: TemplateRun, itemIndex: number, category: string): TemplateSettings {
	const isGiven = (name: string) => !isLeftEmpty(read.stored(`options.${name}`));
	const off = toWords(read('options.creativeOff', itemIndex, []));
	const on = toWords(read('options.creativeOn', itemIndex, []));
	return {
		...(isGiven('optOutOfLinkTracking') && { cta_url_link_tracking_opted_out: readSwitch(read, 'options.optOutOfLinkTracking', 'Opt Out of Link Tracking', itemIndex) }),
		...(isGiven('primaryDeviceOnly') && { is_primary_device_delivery_only: readSwitch(read, 'options.primaryDeviceOnly', 'Primary Device Only', itemIndex) }),
		...toCreativeFeatures({ off, on }, category),
	};
}

function toWords(given: unknown): string[] {
	const list: unknown[] = Array.isArray(given) ? given : [given];
	return list.map(toWord).filter((word) => word !== '');
}

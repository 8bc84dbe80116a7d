import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { CREATIVE_FEATURES } from '../../../shared/cloudApi/templates/draft/creativeFeatures';

const features = Object.entries(CREATIVE_FEATURES).map(([value, { name, description }]) => ({ name, value, description }));

/**
 * The options on what Meta may change in messages of a marketing template.
 *
 * @param show - when they are shown; always when undefined
 */
export function creativeProperties(show?: IDisplayOptions['show']): INodeProperties[] {
	const shown = show && { displayOptions: { show } };
	return [
		{
			displayName: 'Creative Optimizations Off',
			name: 'creativeOff',
			type: 'multiOptions',
			options: features,
			default: [],
			...shown,
			description:
				'What Meta leaves out for this template. It makes all of them by itself in messages of the Marketing Messages API, for accounts that take part.',
		},
		{
			displayName: 'Creative Optimizations On',
			name: 'creativeOn',
			type: 'multiOptions',
			options: features,
			default: [],
			...shown,
			description: 'What Meta makes for this template, also where the account has switched it off',
		},
	];
}

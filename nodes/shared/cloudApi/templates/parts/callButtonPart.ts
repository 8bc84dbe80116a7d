import { LONGEST_CALL_OFFER_MINUTES } from '../templateLimits';
import type { TemplateButton } from '../MessageTemplate';
import type { TemplatePart } from '../TemplatePart';
import { buttonField } from './buttonField';
import type { SectionPlace } from './SectionPlace';

/** How long the person may call by a button, and what comes back with the call; both may be left to the template. */
export function callButtonPart(button: TemplateButton, place: SectionPlace): TemplatePart {
	const minutes = buttonField(button, place, 'ttl_minutes', 'minutes to call', { isRequired: false });
	const payload = buttonField(button, place, 'payload', 'payload', { isRequired: false });
	return {
		slot: `button ${button.index}`,
		fields: [minutes, payload],
		toComponent(values) {
			const parameters = [
				...(values.has(minutes)
					? [{ type: 'ttl_minutes', ttl_minutes: values.wholeNumber(minutes, 1, LONGEST_CALL_OFFER_MINUTES) }]
					: []),
				...(values.has(payload) ? [{ type: 'payload', payload: values.word(payload) }] : []),
			];
			// Meta's sample has no index: a template has one such button at the most.
			return parameters.length > 0 ? { type: 'button', sub_type: 'voice_call', parameters } : undefined;
		},
	};
}

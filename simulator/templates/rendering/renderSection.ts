import type { JsonObject } from '../../JsonObject.ts';
import type { MessageButton } from '../../world/MessageButton.ts';
import { readOrderStatus } from '../checks/checkOrderStatus.ts';
import { parametersFor } from '../checks/parametersFor.ts';
import { hydrateText } from '../hydrateText.ts';
import { sentForButton } from '../sentForButton.ts';
import type { TemplateComponent } from '../TemplateDefinition.ts';
import { renderButton } from './renderButton.ts';
import { renderHeader } from './renderHeader.ts';
import { renderOffer } from './renderOffer.ts';
import type { RenderedSection } from './RenderedSection.ts';

/**
 * Shows a template, or a card of it, with the values that were sent; a variable without a value stays as it is.
 *
 * @param components - what the template or the card is made of
 * @param sent - the components of the send
 */
export function renderSection(
	components: readonly TemplateComponent[],
	sent: readonly JsonObject[],
	isNamed: boolean,
): RenderedSection {
	const find = (wanted: string) => components.find(({ type }) => type === wanted);
	const [header, offer, body, footer] = ['HEADER', 'LIMITED_TIME_OFFER', 'BODY', 'FOOTER'].map(find);
	const buttons = find('BUTTONS')?.buttons ?? [];
	return {
		...(header && renderHeader(header, parametersFor(sent, 'header'), isNamed)),
		...(offer && { offer: renderOffer(offer, parametersFor(sent, 'limited_time_offer')) ?? '' }),
		...(body && { body: hydrateText(body.text ?? '', parametersFor(sent, 'body'), isNamed) }),
		...(footer && { footer: footer.text ?? '' }),
		buttons: [
			...renderOrderStatus(sent),
			...buttons.map((button, index) => renderButton(button, sentForButton(sent, buttons, index)[0])),
		],
	};
}

/** What is said of an order stands below the text, as a line that leads to it. */
function renderOrderStatus(sent: readonly JsonObject[]): MessageButton[] {
	const { reference, state, description } = readOrderStatus(sent);
	if (reference === undefined) return [];
	const words = [state?.replace(/_/g, ' '), description].filter((word) => word !== undefined).join(', ');
	return [{ kind: 'other', text: `Order ${reference}: ${words}`, value: '' }];
}

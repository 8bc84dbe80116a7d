import { findPaymentRequest } from '../../orders/paymentRequests';
import { BUTTON_NAMES, FIXED_BUTTON_TEXTS } from './buttonWords';
import { checkButtonNumber } from './checkButtonNumber';
import { checkButtonUrl } from './checkButtonUrl';
import { checkDeepLink } from './checkDeepLink';
import { checkFlow } from './checkFlow';
import { checkLength } from './checkLength';
import { checkPayment } from './checkPayment';
import { BUTTON_LIMITS, DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

type Check = (label: (field: string) => string, button: DraftButton) => void;

const CHECKS: Record<string, Check> = {
	URL: checkLink,
	PHONE_NUMBER: checkButtonNumber,
	COPY_CODE: checkCode,
	FLOW: checkFlow,
	PAYMENT_REQUEST: checkPayment,
};

/** Kinds of buttons whose words are Meta's and depend on what the button does. */
const OWN_WORDS = new Set(['COPY_CODE', 'PAYMENT_REQUEST']);

/**
 * Checks the buttons of a template or of a card one by one, how many there are of each kind, and that quick replies stand
 * together.
 *
 * @param place - begins the names of their fields: nothing, or `Card 2 `
 * @throws {TemplateParameterError} names the button by its place, from 1
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkButtons(buttons: DraftButton[], place = ''): void {
	const list = `${place}Buttons`;
	if (buttons.length > DRAFT_LIMITS.buttons) {
		refuse(list, `has ${buttons.length} buttons; WhatsApp allows ${DRAFT_LIMITS.buttons}.`, 'Take some of them out.');
	}
	for (const [type, most] of Object.entries(BUTTON_LIMITS)) {
		const count = buttons.filter((button) => button.type === type).length;
		if (count <= most) continue;
		refuse(list, `has ${count} of the kind '${BUTTON_NAMES[type]}'; WhatsApp allows ${most}.`, 'Take some of them out.');
	}
	checkGroups(list, buttons);
	checkPayments(list, buttons);
	for (const [index, button] of buttons.entries()) {
		const label = (field: string) => `${place}Button ${index + 1} ${field}`;
		if (!(button.type in BUTTON_NAMES)) {
			refuse(label('Type'), `is not one that WhatsApp knows: ${button.type.slice(0, 40)}`, 'Pick one from the list.');
		}
		// The words on the others are Meta's.
		if (!OWN_WORDS.has(button.type) && !(button.type in FIXED_BUTTON_TEXTS)) {
			checkLength(label('Text'), button.text, DRAFT_LIMITS.buttonText);
		}
		CHECKS[button.type]?.(label, button);
	}
}

function checkGroups(list: string, buttons: DraftButton[]): void {
	const changes = buttons.filter(({ type }, index) => {
		const before = buttons[index - 1];
		return before !== undefined && (type === 'QUICK_REPLY') !== (before.type === 'QUICK_REPLY');
	});
	if (changes.length <= 1) return;
	refuse(list, 'has quick replies between other buttons.', 'Put all quick replies first or last.');
}

/** Each button asks for a payment by another way. */
function checkPayments(list: string, buttons: DraftButton[]): void {
	const kinds = buttons.filter(({ type }) => type === 'PAYMENT_REQUEST').map(({ paymentKind }) => paymentKind);
	const repeated = findPaymentRequest(kinds.find((kind, index) => kinds.indexOf(kind) !== index), '');
	if (repeated) refuse(list, `asks twice for a payment by ${repeated.name}.`, 'Take one of the buttons out.');
}

function checkLink(label: (field: string) => string, button: DraftButton): void {
	checkButtonUrl(label, button);
	if (button.deepLink) checkDeepLink(label, button.deepLink);
}

function checkCode(label: (field: string) => string, { code }: DraftButton): void {
	if (code === '') refuse(label('Offer Code Example'), 'is empty.', 'Give one of the codes that you are going to send.');
	if (code.length <= DRAFT_LIMITS.code) return;
	const words = `is ${code.length} characters long; WhatsApp allows ${DRAFT_LIMITS.code}.`;
	refuse(label('Offer Code Example'), words, 'Give a shorter code.');
}

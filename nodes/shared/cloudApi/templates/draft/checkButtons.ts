import { templatePlaceholders } from '../templatePlaceholders';
import { checkLength } from './checkLength';
import { BUTTON_LIMITS, DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

const WORDS: Record<string, string> = {
	QUICK_REPLY: 'Quick Reply',
	URL: 'Visit Website',
	PHONE_NUMBER: 'Call Phone Number',
	COPY_CODE: 'Copy Offer Code',
	FLOW: 'Complete Flow',
	VOICE_CALL: 'Call on WhatsApp',
};

type Check = (label: (field: string) => string, button: DraftButton) => void;

const CHECKS: Record<string, Check> = {
	URL: checkUrl,
	PHONE_NUMBER: checkPhoneNumber,
	COPY_CODE: checkCode,
	FLOW: checkFlow,
};

/**
 * Checks the buttons of a template one by one, how many there are of each kind, and that quick replies stand together.
 *
 * @throws {TemplateParameterError} names the button by its place, from 1
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkButtons(buttons: DraftButton[]): void {
	if (buttons.length > DRAFT_LIMITS.buttons) {
		refuse('Buttons', `has ${buttons.length} buttons; WhatsApp allows ${DRAFT_LIMITS.buttons}.`, 'Take some of them out.');
	}
	for (const [type, most] of Object.entries(BUTTON_LIMITS)) {
		const count = buttons.filter((button) => button.type === type).length;
		if (count <= most) continue;
		refuse('Buttons', `has ${count} of the kind '${WORDS[type]}'; WhatsApp allows ${most}.`, 'Take some of them out.');
	}
	checkGroups(buttons);
	for (const [index, button] of buttons.entries()) {
		const label = (field: string) => `Button ${index + 1} ${field}`;
		// The words on a code button are Meta's.
		if (button.type !== 'COPY_CODE') checkLength(label('Text'), button.text, DRAFT_LIMITS.buttonText);
		CHECKS[button.type]?.(label, button);
	}
}

function checkGroups(buttons: DraftButton[]): void {
	const changes = buttons.filter(({ type }, index) => {
		const before = buttons[index - 1];
		return before !== undefined && (type === 'QUICK_REPLY') !== (before.type === 'QUICK_REPLY');
	});
	if (changes.length <= 1) return;
	refuse('Buttons', 'has quick replies between other buttons.', 'Put all quick replies first or last.');
}

function checkUrl(label: (field: string) => string, { url, urlExample }: DraftButton): void {
	if (!/^https?:\/\/[^\s/]/i.test(url) || /\s/.test(url)) {
		refuse(label('URL'), `is no address: ${url.slice(0, 80)}`, 'Write it with https:// and without spaces.');
	}
	if (url.length > DRAFT_LIMITS.url) {
		refuse(label('URL'), `is ${url.length} characters long; WhatsApp allows ${DRAFT_LIMITS.url}.`, 'Give a shorter address.');
	}
	const [variable, ...more] = templatePlaceholders(url);
	if (variable && (more.length > 0 || variable.name !== '1' || variable.end !== url.length)) {
		const advice = 'Write it as https://shop.example/track/{{1}}.';
		refuse(label('URL'), 'may have one variable, which is {{1}} and stands at its end.', advice);
	}
	if (variable && urlExample === '') {
		refuse(label('URL Example'), 'is empty, and the address has a variable.', 'Give what may stand in its place.');
	}
	if (!variable && urlExample !== '') {
		const advice = 'Put {{1}} at the end of the address, or take the example out.';
		refuse(label('URL Example'), 'is given, and the address has no variable.', advice);
	}
}

function checkPhoneNumber(label: (field: string) => string, { phoneNumber }: DraftButton): void {
	if (!/^\+?\d[\d ().-]*$/.test(phoneNumber)) {
		const advice = 'Write it with the country code, for example +12025550143.';
		refuse(label('Phone Number'), `is no phone number: ${phoneNumber.slice(0, 40)}`, advice);
	}
	if (phoneNumber.length <= DRAFT_LIMITS.phoneNumber) return;
	const words = `is ${phoneNumber.length} characters long; WhatsApp allows ${DRAFT_LIMITS.phoneNumber}.`;
	refuse(label('Phone Number'), words, 'Leave spaces and brackets out.');
}

function checkCode(label: (field: string) => string, { code }: DraftButton): void {
	if (code === '') refuse(label('Offer Code Example'), 'is empty.', 'Give one of the codes that you are going to send.');
	if (code.length <= DRAFT_LIMITS.code) return;
	const words = `is ${code.length} characters long; WhatsApp allows ${DRAFT_LIMITS.code}.`;
	refuse(label('Offer Code Example'), words, 'Give a shorter code.');
}

function checkFlow(label: (field: string) => string, { flowId }: DraftButton): void {
	if (/^\d+$/.test(flowId)) return;
	refuse(label('Flow ID'), `is not a number: ${flowId.slice(0, 40)}`, 'Copy the ID of the Flow from WhatsApp Manager.');
}

import type { TemplateComponent } from '../TemplateAdmin';
import { checkLength } from './checkLength';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftCode } from './TemplateDraft';

/**
 * Writes an authentication template in Meta's shape. Its text is Meta's own, in the language of the template.
 *
 * @throws {TemplateParameterError} when the button's text is empty or too long, or the code good for less than 1 or more than
 * 90 minutes
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates (read 2026-09-11)
 */
export function toCodeComponents({ warns, expirationMinutes, buttonText }: DraftCode): TemplateComponent[] {
	checkLength('Code Button Text', buttonText, DRAFT_LIMITS.buttonText);
	if (expirationMinutes !== undefined) checkMinutes(expirationMinutes);
	return [
		{ type: 'BODY', add_security_recommendation: warns },
		...(expirationMinutes === undefined ? [] : [{ type: 'FOOTER', code_expiration_minutes: expirationMinutes }]),
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: buttonText }] },
	];
}

function checkMinutes(minutes: number): void {
	const { least, most } = DRAFT_LIMITS.codeMinutes;
	if (Number.isInteger(minutes) && minutes >= least && minutes <= most) return;
	const advice = 'Give a whole number, or 0 to say nothing about it.';
	refuse('Code Expiration Minutes', `is ${minutes}; WhatsApp takes ${least} to ${most}.`, advice);
}

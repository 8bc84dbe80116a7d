import type { TemplateComponent } from '../TemplateAdmin';
import { checkApps } from './checkApps';
import { checkLength } from './checkLength';
import { DRAFT_LIMITS } from './draftLimits';
import { refuse } from './refuse';
import type { DraftCode } from './TemplateDraft';

/**
 * Writes an authentication template in Meta's shape. Its text is Meta's own, in the language of the template.
 *
 * @throws {TemplateParameterError} when a button's text is empty or too long, the code good for less than 1 or more than
 * 90 minutes, or a button that fills the code in lacks the apps or the acceptance of Meta's terms
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates (read 2026-09-11)
 */
export function toCodeComponents(code: DraftCode): TemplateComponent[] {
	const { warns, expirationMinutes } = code;
	if (code.buttonText !== undefined) checkLength('Code Button Text', code.buttonText, DRAFT_LIMITS.buttonText);
	if (expirationMinutes !== undefined) checkMinutes(expirationMinutes);
	return [
		{ type: 'BODY', add_security_recommendation: warns },
		...(expirationMinutes === undefined ? [] : [{ type: 'FOOTER', code_expiration_minutes: expirationMinutes }]),
		{ type: 'BUTTONS', buttons: [toCodeButton(code)] },
	];
}

function toCodeButton(code: DraftCode): Record<string, unknown> {
	const { otpType, buttonText } = code;
	const copies = { type: 'OTP', otp_type: otpType, ...(buttonText !== undefined && { text: buttonText }) };
	return otpType === 'COPY_CODE' ? copies : { ...copies, ...toHandOver(code) };
}

function toHandOver({ otpType, autofillText, apps, acceptsZeroTapTerms }: DraftCode): Record<string, unknown> {
	if (autofillText !== undefined) checkLength('Autofill Button Text', autofillText, DRAFT_LIMITS.buttonText);
	checkApps(apps);
	if (otpType === 'ZERO_TAP' && !acceptsZeroTapTerms) {
		refuse(
			'Accept Zero-Tap Terms',
			'is off, and WhatsApp takes no zero-tap template without it.',
			'Switch it on if your customers expect that the code is filled in for them, or choose another code button.',
		);
	}
	return {
		...(autofillText !== undefined && { autofill_text: autofillText }),
		...(otpType === 'ZERO_TAP' && { zero_tap_terms_accepted: true }),
		supported_apps: apps.map(({ packageName, signatureHash }) => ({ package_name: packageName, signature_hash: signatureHash })),
	};
}

function checkMinutes(minutes: number): void {
	const { least, most } = DRAFT_LIMITS.codeMinutes;
	if (Number.isInteger(minutes) && minutes >= least && minutes <= most) return;
	const advice = 'Give a whole number, or 0 to say nothing about it.';
	refuse('Code Expiration Minutes', `is ${minutes}; WhatsApp takes ${least} to ${most}.`, advice);
}

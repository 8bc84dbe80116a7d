import { toJsonObject } from '../../toJsonObject.ts';
import type { TemplateButton, TemplateComponent } from '../TemplateDefinition.ts';
import { templateProblem } from './templateProblem.ts';

const TYPES = new Set(['BODY', 'FOOTER', 'BUTTONS']);
const OTP_TYPES = new Set(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']);
const LABEL_CHARACTERS = 25;
const LONGEST_MINUTES = 90;
const MOST_APPS = 5;
const HASH_CHARACTERS = 11;
const CODE_PAGE = 'https://www.whatsapp.com/otp/code/';

/**
 * Makes the components of an authentication template as Meta lists them: its own words, and the button as a link.
 *
 * @param components - as written by the business; texts of its own are not looked at
 * @throws {GraphError} 100 when there is anything but a body, a footer and one OTP button
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates (read 2026-09-11)
 */
export function toAuthenticationComponents(components: readonly TemplateComponent[]): TemplateComponent[] {
	const unknown = components.find(({ type }) => !TYPES.has(type));
	if (unknown) throw templateProblem('other', `An authentication template has no ${unknown.type} component.`);
	const find = (wanted: string) => components.find(({ type }) => type === wanted);
	const footer = find('FOOTER');
	return [toBody(find('BODY')), ...(footer ? [toFooter(footer)] : []), toButtons(find('BUTTONS')?.buttons ?? [])];
}

function toBody(body: TemplateComponent | undefined): TemplateComponent {
	const isSecure = body?.add_security_recommendation === true;
	const warning = isSecure ? ' For your security, do not share this code.' : '';
	return {
		type: 'BODY',
		text: `*{{1}}* is your verification code.${warning}`,
		...(isSecure && { add_security_recommendation: true }),
		example: { body_text: [['123456']] },
	};
}

function toFooter({ code_expiration_minutes: minutes }: TemplateComponent): TemplateComponent {
	if (!Number.isInteger(minutes) || Number(minutes) < 1 || Number(minutes) > LONGEST_MINUTES) {
		throw templateProblem('footer', `code_expiration_minutes must be from 1 to ${LONGEST_MINUTES}.`);
	}
	const code_expiration_minutes = Number(minutes);
	return { type: 'FOOTER', text: `This code expires in ${code_expiration_minutes} minutes.`, code_expiration_minutes };
}

function toButtons([button, ...others]: readonly TemplateButton[]): TemplateComponent {
	if (!button || others.length > 0 || button.type !== 'OTP') {
		throw templateProblem('other', 'An authentication template has exactly one button, of the type OTP.');
	}
	const otpType = String(button.otp_type).toUpperCase();
	if (!OTP_TYPES.has(otpType)) throw templateProblem('other', `otp_type must be one of ${[...OTP_TYPES].join(', ')}.`);
	if (otpType !== 'COPY_CODE') checkApps(button);
	if (otpType === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true) {
		throw templateProblem('other', 'The terms of zero-tap templates have to be accepted: zero_tap_terms_accepted.');
	}
	const text = button.text ?? 'Copy code';
	if ([...text].length > LABEL_CHARACTERS) {
		throw templateProblem('length', `The text of a button may have ${LABEL_CHARACTERS} characters.`);
	}
	const url = `${CODE_PAGE}?otp_type=${otpType}&code=otp`;
	return { type: 'BUTTONS', buttons: [{ type: 'URL', text, url: `${url}{{1}}`, example: [`${url}123456`] }] };
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/autofill-button-authentication-templates (read 2026-11-27) */
function checkApps({ autofill_text: words, supported_apps: apps }: TemplateButton): void {
	if ([...String(words ?? '')].length > LABEL_CHARACTERS) {
		throw templateProblem('length', `The text of a button may have ${LABEL_CHARACTERS} characters.`);
	}
	const list = (Array.isArray(apps) ? apps : []).map(toJsonObject);
	if (list.length === 0 || list.length > MOST_APPS) throw templateProblem('other', `supported_apps has 1 to ${MOST_APPS} apps.`);
	const areWhole = list.every((app) => {
		const { package_name: name, signature_hash: hash } = app ?? {};
		return /^[a-z]\w*(\.[a-z]\w*)+$/i.test(String(name)) && String(hash).length === HASH_CHARACTERS;
	});
	if (!areWhole) throw templateProblem('other', `An app has a package_name and a signature_hash of ${HASH_CHARACTERS} characters.`);
}

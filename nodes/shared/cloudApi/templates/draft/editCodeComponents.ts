import { isRecord } from '../../../domain/isRecord';
import type { TemplateComponent } from '../TemplateAdmin';
import { refuse } from './refuse';
import type { DraftApp, DraftCode } from './TemplateDraft';
import { toCodeComponents } from './toCodeComponents';

type Button = Record<string, unknown>;

/**
 * Writes an authentication template anew with some of its settings changed; the others stay as they are.
 *
 * @param listed - its components as Meta lists them, where the button may be a link to Meta's page for codes
 * @param changes - what is changed; `expirationMinutes` without a value takes the sentence out
 * @throws {TemplateParameterError} for a setting that Meta refuses, and where neither the list nor the changes say which apps a
 * button that fills the code in belongs to, because they would be lost
 */
export function editCodeComponents(listed: TemplateComponent[], changes: Partial<DraftCode>): TemplateComponent[] {
	const button = findButton(listed);
	const otpType = otpTypeOf(button);
	const keepsButton = changes.apps === undefined && changes.otpType === undefined;
	if (keepsButton && otpType !== 'COPY_CODE' && button.type !== 'OTP') {
		refuse(
			'Parts to Change',
			"has 'One-Time Code', and the button of this template fills the code in by itself for apps that WhatsApp does not list.",
			"Add 'Apps' to the changes, with the apps of the button.",
		);
	}
	const code = { ...readCode(listed, button), ...changes };
	const components = toCodeComponents(code);
	if (button.type !== 'OTP' || code.otpType !== otpType) return components;
	// Meta may list more of a button than this pack knows.
	return components.map((component) =>
		component.type === 'BUTTONS' ? { type: 'BUTTONS', buttons: [{ ...button, ...findButton([component]) }] } : component,
	);
}

function readCode(listed: TemplateComponent[], button: Button): DraftCode {
	const minutes = findComponent(listed, 'FOOTER')?.code_expiration_minutes;
	const otpType = otpTypeOf(button);
	return {
		warns: findComponent(listed, 'BODY')?.add_security_recommendation === true,
		...(minutes !== undefined && { expirationMinutes: Number(minutes) }),
		...(typeof button.text === 'string' && { buttonText: button.text }),
		otpType,
		...(typeof button.autofill_text === 'string' && { autofillText: button.autofill_text }),
		apps: (Array.isArray(button.supported_apps) ? button.supported_apps : []).filter(isRecord).map(toApp),
		acceptsZeroTapTerms: otpType === 'ZERO_TAP',
	};
}

function toApp({ package_name: packageName, signature_hash: signatureHash }: Button): DraftApp {
	return { packageName: String(packageName), signatureHash: String(signatureHash) };
}

function findComponent(listed: TemplateComponent[], type: string): TemplateComponent | undefined {
	return listed.find((component) => component.type.toUpperCase() === type);
}

function findButton(listed: TemplateComponent[]): Button {
	const buttons = findComponent(listed, 'BUTTONS')?.buttons;
	const button: unknown = Array.isArray(buttons) ? buttons[0] : undefined;
	return isRecord(button) ? button : {};
}

function otpTypeOf({ otp_type: otpType, url }: Button): DraftCode['otpType'] {
	const [, inUrl = 'COPY_CODE'] = /[?&]otp_type=(\w+)/i.exec(String(url)) ?? [];
	const word = (typeof otpType === 'string' ? otpType : inUrl).toUpperCase();
	return word === 'ONE_TAP' || word === 'ZERO_TAP' ? word : 'COPY_CODE';
}

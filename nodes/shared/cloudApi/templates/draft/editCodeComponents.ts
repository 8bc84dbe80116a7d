import { isRecord } from '../../client/isRecord';
import type { TemplateComponent } from '../TemplateAdmin';
import { refuse } from './refuse';
import type { DraftCode } from './TemplateDraft';
import { toCodeComponents } from './toCodeComponents';

type Button = Record<string, unknown>;

/**
 * Writes an authentication template anew with some of its settings changed; the others, and the way in which its button hands
 * the code over, stay as they are.
 *
 * @param listed - its components as Meta lists them, where the button may be a link to Meta's page for codes
 * @param changes - what is changed; `expirationMinutes` without a value takes the sentence out
 * @throws {TemplateParameterError} for a setting that Meta refuses, and where the list does not show which apps a button that
 * fills the code in belongs to, because they would be lost
 */
export function editCodeComponents(listed: TemplateComponent[], changes: Partial<DraftCode>): TemplateComponent[] {
	const button = findButton(listed);
	const isCopied = otpTypeOf(button) === 'COPY_CODE';
	if (!isCopied && button.type !== 'OTP') {
		refuse(
			'Parts to Change',
			"has 'One-Time Code', and the button of this template fills the code in by itself for apps that WhatsApp does not list.",
			"Set 'Content' to 'Components (JSON)' and write all components, with the apps of the button.",
		);
	}
	const code = { ...readCode(listed, button), ...changes };
	const components = toCodeComponents(code);
	if (isCopied) return components;
	const kept = { type: 'BUTTONS', buttons: [{ ...button, text: code.buttonText }] };
	return components.map((component) => (component.type === 'BUTTONS' ? kept : component));
}

function readCode(listed: TemplateComponent[], button: Button): DraftCode {
	const minutes = findComponent(listed, 'FOOTER')?.code_expiration_minutes;
	return {
		warns: findComponent(listed, 'BODY')?.add_security_recommendation === true,
		...(minutes !== undefined && { expirationMinutes: Number(minutes) }),
		buttonText: typeof button.text === 'string' ? button.text : '',
	};
}

function findComponent(listed: TemplateComponent[], type: string): TemplateComponent | undefined {
	return listed.find((component) => component.type.toUpperCase() === type);
}

function findButton(listed: TemplateComponent[]): Button {
	const buttons = findComponent(listed, 'BUTTONS')?.buttons;
	const button: unknown = Array.isArray(buttons) ? buttons[0] : undefined;
	return isRecord(button) ? button : {};
}

function otpTypeOf({ otp_type: otpType, url }: Button): string {
	if (typeof otpType === 'string') return otpType.toUpperCase();
	const [, word = 'COPY_CODE'] = /[?&]otp_type=(\w+)/i.exec(String(url)) ?? [];
	return word.toUpperCase();
}

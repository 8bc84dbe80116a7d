import { toJsonObject } from '../../toJsonObject.ts';
import { readPaymentSetting } from '../checks/paymentRequest.ts';
import type { TemplateButton, TemplateComponent } from '../TemplateDefinition.ts';
import { templateProblem } from './templateProblem.ts';

const MOST_BUTTONS = 10;
const LABEL_CHARACTERS = 25;
const URL_CHARACTERS = 2000;
const NUMBER_CHARACTERS = 20;
const CODE_CHARACTERS = 15;

/** What Meta asks of one kind of button. */
interface ButtonRule {
	/** How many of it a template may have. */
	most: number;
	/** Whether it needs words of its own. */
	hasLabel: boolean;
	/** Whether only marketing templates have it. */
	isMarketing?: boolean;
	/** Looks at the rest; undefined when there is nothing more. */
	check?: (button: TemplateButton) => void;
}

const RULES: Readonly<Record<string, ButtonRule>> = {
	QUICK_REPLY: { most: MOST_BUTTONS, hasLabel: true },
	URL: { most: 2, hasLabel: true, check: checkUrl },
	PHONE_NUMBER: { most: 1, hasLabel: true, check: checkNumber },
	COPY_CODE: { most: 1, hasLabel: false, check: checkCode },
	FLOW: { most: 1, hasLabel: true, check: checkFlow },
	CATALOG: { most: 1, hasLabel: true, isMarketing: true },
	MPM: { most: 1, hasLabel: true, isMarketing: true },
	SPM: { most: 1, hasLabel: true, isMarketing: true },
	ORDER_DETAILS: { most: 1, hasLabel: true },
	PAYMENT_REQUEST: { most: 3, hasLabel: true, check: checkPayment },
	VOICE_CALL: { most: 1, hasLabel: true },
	REQUEST_CONTACT_INFO: { most: 1, hasLabel: false },
};

/**
 * Checks the buttons of a new template: how many, in which order, and each by its kind.
 *
 * @throws {GraphError} 100
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (read 2026-09-11)
 */
export function checkTemplateButtons(component: TemplateComponent | undefined, category: string): void {
	if (!component) return;
	const buttons = component.buttons ?? [];
	if (buttons.length === 0 || buttons.length > MOST_BUTTONS) {
		throw templateProblem('other', `A template with buttons has 1 to ${MOST_BUTTONS} of them.`);
	}
	for (const button of buttons) checkButton(button, category);
	for (const [type, { most }] of Object.entries(RULES)) {
		const count = buttons.filter((button) => button.type === type).length;
		if (count > most) throw templateProblem('other', `A template may have ${most} ${type} button(s), not ${count}.`);
	}
	checkPaymentKinds(buttons);
	checkOrder(buttons.map(({ type }) => type === 'QUICK_REPLY'));
}

/** Quick replies stand together, before or after all the others. */
function checkOrder(areReplies: readonly boolean[]): void {
	const changes = areReplies.filter((isReply, index) => index > 0 && isReply !== areReplies[index - 1]).length;
	if (changes > 1) throw templateProblem('other', 'Quick replies and other buttons must be grouped.');
}

function checkButton(button: TemplateButton, category: string): void {
	const rule = RULES[button.type];
	const isAllowed = rule && (rule.isMarketing !== true || category === 'MARKETING');
	if (!isAllowed) throw templateProblem('other', `A template of this category has no ${button.type} button.`);
	if (rule.hasLabel && !button.text) throw templateProblem('other', `The ${button.type} button has no text.`);
	if ([...(button.text ?? '')].length > LABEL_CHARACTERS) {
		throw templateProblem('length', `The text of a button may have ${LABEL_CHARACTERS} characters.`);
	}
	if (button.text?.includes('{{')) throw templateProblem('other', 'The text of a button has no variables.');
	rule.check?.(button);
}

function checkUrl({ url = '', example, app_deep_link: deepLink }: TemplateButton): void {
	if (deepLink !== undefined) checkDeepLink(toJsonObject(deepLink) ?? {});
	if (!/^https?:\/\/\S+$/.test(url)) throw templateProblem('other', 'The URL of a button must begin with https://.');
	if (url.length > URL_CHARACTERS) throw templateProblem('length', `A URL may have ${URL_CHARACTERS} characters.`);
	const variables = url.match(/\{\{[^{}]*\}\}/g) ?? [];
	if (variables.length === 0) return;
	if (variables.length > 1 || !url.endsWith('{{1}}')) {
		throw templateProblem('other', 'A URL may have one variable, {{1}}, and only at its end.');
	}
	if (!firstSample(example)) throw templateProblem('other', 'A URL with a variable needs an example.');
}

function checkDeepLink({ meta_app_id: appId, android_deep_link: link }: Record<string, unknown>): void {
	if (/^\d+$/.test(String(appId)) && /^[a-z][a-z0-9+.-]*:\/\//i.test(String(link))) return;
	throw templateProblem('other', 'app_deep_link needs meta_app_id and android_deep_link.');
}

function checkNumber({ phone_number: number = '' }: TemplateButton): void {
	if (number === '') throw templateProblem('other', 'The PHONE_NUMBER button has no phone_number.');
	if (number.length <= NUMBER_CHARACTERS) return;
	throw templateProblem('length', `The number of a button may have ${NUMBER_CHARACTERS} characters.`);
}

function checkCode({ example }: TemplateButton): void {
	const code = firstSample(example);
	if (!code) throw templateProblem('other', 'The COPY_CODE button needs an example.');
	if (code.length > CODE_CHARACTERS) throw templateProblem('length', `A code may have ${CODE_CHARACTERS} characters.`);
}

function checkPayment({ payment_setting: setting, text }: TemplateButton): void {
	const payment = readPaymentSetting(setting);
	if (!payment) throw templateProblem('other', 'The PAYMENT_REQUEST button needs a payment_setting with a sample.');
	if (text !== payment.text) throw templateProblem('other', `The text of this PAYMENT_REQUEST button is '${payment.text}'.`);
}

/** Each button asks for a payment of another kind. */
function checkPaymentKinds(buttons: readonly TemplateButton[]): void {
	const kinds = buttons.filter(({ type }) => type === 'PAYMENT_REQUEST').map(({ payment_setting: setting }) => readPaymentSetting(setting)?.kind);
	if (new Set(kinds).size < kinds.length) throw templateProblem('other', 'Two PAYMENT_REQUEST buttons have the same kind of payment.');
}

function checkFlow({ flow_id: id, flow_name: name, flow_json: json }: TemplateButton): void {
	const given = [id, name, json].filter((value) => value !== undefined && value !== '');
	if (given.length !== 1) throw templateProblem('other', 'The FLOW button needs one of flow_id, flow_name and flow_json.');
	if (json !== undefined && !hasScreens(json)) throw templateProblem('other', 'flow_json is not the JSON text of a Flow.');
}

function hasScreens(json: unknown): boolean {
	try {
		const flow = toJsonObject(JSON.parse(String(json)));
		return Array.isArray(flow?.screens) && flow.screens.length > 0;
	} catch {
		return false;
	}
}

/** Meta's samples have the example of a code as a text and that of a URL in a list. */
function firstSample(example: unknown): string | undefined {
	const first: unknown = Array.isArray(example) ? example[0] : example;
	return typeof first === 'string' && first !== '' ? first : undefined;
}

import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import { buttonIndexOf } from '../buttonIndexOf.ts';
import { isCodeButton } from '../isCodeButton.ts';
import { sentComponents } from '../sentComponents.ts';
import { sentForButton } from '../sentForButton.ts';
import type { TemplateButton } from '../TemplateDefinition.ts';
import { checkOrder } from './checkOrder.ts';
import { readPaymentSetting, readSentPayment } from './paymentRequest.ts';

const CODE_CHARACTERS = 15;
const URL_CHARACTERS = 2000;
const SECTIONS = 10;
const PRODUCTS = 30;
const TITLE_CHARACTERS = 24;

/** What Meta checks of one kind of button; `index` is for its words. */
interface ButtonRule {
	subType: string;
	/** Whether a send has to carry a component for it. */
	isRequired: (button: TemplateButton) => boolean;
	check: (parameters: JsonObject[], button: TemplateButton, index: number) => void;
}

const always = () => true;
const never = () => false;

const RULES: Readonly<Record<string, ButtonRule>> = {
	QUICK_REPLY: { subType: 'quick_reply', isRequired: never, check: checkPayload },
	URL: { subType: 'url', isRequired: (button) => button.url?.includes('{{') === true, check: checkUrl },
	COPY_CODE: { subType: 'copy_code', isRequired: always, check: checkCoupon },
	OTP: { subType: 'url', isRequired: always, check: checkCode },
	FLOW: { subType: 'flow', isRequired: always, check: checkAction },
	CATALOG: { subType: 'catalog', isRequired: never, check: checkAction },
	MPM: { subType: 'mpm', isRequired: always, check: checkProducts },
	ORDER_DETAILS: { subType: 'order_details', isRequired: always, check: ([parameter]) => checkOrder(parameter) },
	PAYMENT_REQUEST: { subType: 'payment_request', isRequired: always, check: checkPayment },
	VOICE_CALL: { subType: 'voice_call', isRequired: never, check: checkCall },
};

/**
 * Checks what was sent for the buttons of a template or a card.
 *
 * @throws {GraphError} 131009 for a button that is not there or is of another kind, 131008 for a missing index or value,
 * 132000 for a value too many, 132012 and 132018 for a value that is wrong
 */
export function checkButtons(buttons: readonly TemplateButton[], sent: readonly JsonObject[]): void {
	const components = sent.filter(({ type }) => String(type).toLowerCase() === 'button');
	for (const component of components) checkPlace(buttons, component);
	buttons.forEach((button, index) => {
		const rule = ruleOf(button);
		const parameters = sentForButton(sent, buttons, index);
		if (!rule) return;
		if (parameters.length > 0) checkValues(rule, parameters, button, index);
		else if (rule.isRequired(button)) throw missing(button, index);
	});
}

function ruleOf(button: TemplateButton): ButtonRule | undefined {
	return RULES[isCodeButton(button) ? 'OTP' : button.type];
}

function checkPlace(buttons: readonly TemplateButton[], component: JsonObject): void {
	const subType = String(component.sub_type).toLowerCase();
	if (component.index === undefined && subType !== 'voice_call') {
		throw new GraphError(131008, { details: `buttons: index of the ${subType} button is missing` });
	}
	const index = buttonIndexOf(component, buttons);
	const button = buttons[index];
	if (!button) {
		throw new GraphError(131009, { details: `buttons: there is no button at index ${String(component.index)}` });
	}
	const expected = ruleOf(button)?.subType;
	if (expected === subType) return;
	throw new GraphError(131009, { details: `buttons: Button at index ${index} is of type ${button.type}, not ${subType}` });
}

function checkValues(rule: ButtonRule, parameters: JsonObject[], button: TemplateButton, index: number): void {
	const most = rule.subType === 'voice_call' ? 2 : Number(button.type !== 'URL' || rule.isRequired(button));
	if (parameters.length > most) {
		const given = `buttons: number of parameters (${parameters.length}) of the button at index ${index}`;
		throw new GraphError(132000, { details: `${given} does not match the expected number (${most})` });
	}
	rule.check(parameters, button, index);
}

function missing({ type }: TemplateButton, index: number): GraphError {
	return new GraphError(131008, { details: `buttons: Button at index ${index} of type ${type} requires a parameter` });
}

function checkPayload([parameter]: JsonObject[], button: TemplateButton, index: number): void {
	if (parameter?.type !== 'payload') throw mismatch('payload', parameter);
	if (typeof parameter.payload !== 'string' || parameter.payload === '') throw missing(button, index);
}

function checkUrl([parameter]: JsonObject[], button: TemplateButton, index: number): void {
	if (parameter?.type !== 'text') throw mismatch('text', parameter);
	const end = parameter.text;
	if (typeof end !== 'string' || end === '') throw missing(button, index);
	const url = (button.url ?? '').replace(/\{\{[^{}]*\}\}/, () => end);
	if (/\s/.test(end) || url.length > URL_CHARACTERS) throw invalid(`URL of button ${index}`);
}

function checkCoupon([parameter]: JsonObject[], button: TemplateButton, index: number): void {
	if (parameter?.type !== 'coupon_code') throw mismatch('coupon_code', parameter);
	checkShort(parameter.coupon_code, button, index);
}

function checkCode([parameter]: JsonObject[], button: TemplateButton, index: number): void {
	if (parameter?.type !== 'text') throw mismatch('text', parameter);
	checkShort(parameter.text, button, index);
}

function checkShort(code: unknown, button: TemplateButton, index: number): void {
	if (typeof code !== 'string' || code === '') throw missing(button, index);
	if ([...code].length > CODE_CHARACTERS) throw invalid(`code of button ${index}`);
}

function checkAction([parameter]: JsonObject[]): void {
	if (parameter?.type !== 'action' || !toJsonObject(parameter.action)) throw mismatch('action', parameter);
	const { action } = parameter as { action: JsonObject };
	const data = action.flow_action_data;
	if (data !== undefined && !toJsonObject(data)) throw invalid('flow_action_data');
}

function checkPayment([parameter]: JsonObject[], { payment_setting: setting }: TemplateButton, index: number): void {
	if (parameter?.type !== 'action') throw mismatch('action', parameter);
	const sent = readSentPayment(parameter);
	if (sent?.kind !== readPaymentSetting(setting)?.kind) throw invalid(`payment_setting of button ${index}`);
}

function checkProducts(parameters: JsonObject[], button: TemplateButton, index: number): void {
	checkAction(parameters);
	const { thumbnail_product_retailer_id: thumbnail, sections } = (parameters[0] as { action: JsonObject }).action;
	const list = sentComponents(sections);
	const products = list.flatMap((section) => sentComponents(section.product_items));
	if (!thumbnail || list.length === 0 || products.length === 0) throw missing(button, index);
	if (list.length > SECTIONS || products.length > PRODUCTS) {
		const details = `buttons: at most ${SECTIONS} sections and ${PRODUCTS} products are allowed`;
		throw new GraphError(131009, { details });
	}
	const isTitled = list.every(({ title }) => {
		return typeof title === 'string' && title !== '' && [...title].length <= TITLE_CHARACTERS;
	});
	if (!isTitled || products.some(({ product_retailer_id: id }) => typeof id !== 'string')) throw invalid('sections');
}

function checkCall(parameters: JsonObject[], button: TemplateButton, index: number): void {
	for (const parameter of parameters) {
		const { type, ttl_minutes: minutes } = parameter;
		if (type !== 'ttl_minutes') checkPayload([parameter], button, index);
		else if (!(typeof minutes === 'number' && minutes >= 1)) throw invalid('ttl_minutes');
	}
}

function mismatch(expected: string, parameter: JsonObject | undefined): GraphError {
	return new GraphError(132012, {
		details: `buttons: Format mismatch, expected ${expected}, received ${String(parameter?.type)}`,
	});
}

function invalid(what: string): GraphError {
	return new GraphError(132018, { details: `Parameter is not valid: ${what}` });
}

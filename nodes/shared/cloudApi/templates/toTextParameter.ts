import { isRecord } from '../../domain/isRecord';
import type { TemplateField } from './TemplateField';
import type { TemplateParameterPayload } from './TemplateMessagePayload';
import { TemplateParameterError } from './TemplateParameterError';
import { TemplateValues } from './TemplateValues';

/** A value of a text's variable: what the person reads, and what is sent. */
export interface TextParameter {
	shown: string;
	parameter: TemplateParameterPayload;
}

const THOUSANDTHS = 1000;

/**
 * Reads the value of a variable: a text, an amount of money, or a point in time that is sent as such.
 *
 * An amount is `{ amount: 12.5, currency: 'EUR' }`, a point in time `{ date_time: … }`; Meta's own shapes are taken as well.
 *
 * @throws {TemplateParameterError} when it is empty or not allowed, or the amount or its currency is none
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api (read 2025-12)
 */
export function toTextParameter(values: TemplateValues, field: TemplateField): TextParameter {
	const given = values.typed(field);
	if (given === undefined) {
		const text = values.text(field);
		return { shown: text, parameter: { type: 'text', text } };
	}
	// As any other text of this field: in one line, and none that a failed expression leaves.
	const asText = (value: unknown) => new TemplateValues({ [field.id]: value }, values.reading).text(field);
	if ('date_time' in given) {
		const { date_time: at } = given;
		const shown = asText(isRecord(at) && 'fallback_value' in at ? at.fallback_value : at);
		return { shown, parameter: { type: 'date_time', date_time: { fallback_value: shown } } };
	}
	const { code, thousandths, fallback } = readAmount(field, given);
	const shown = asText(fallback ?? writeAmount(thousandths, code, values.reading.language));
	return { shown, parameter: { type: 'currency', currency: { fallback_value: shown, code, amount_1000: thousandths } } };
}

function readAmount(field: TemplateField, given: Record<string, unknown>): { code: string; thousandths: number; fallback?: unknown } {
	const meta = isRecord(given.currency) ? given.currency : undefined;
	const code = String(meta?.code ?? given.currency ?? '').trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(code)) {
		throw refusal(field, `has no currency of three letters: ${code.slice(0, 40) || '(empty)'}`, 'Give its code, for example EUR.');
	}
	const rawAmount = meta ? meta.amount_1000 : given.amount;
	const amount = typeof rawAmount === 'string' && rawAmount.trim() === '' ? NaN : Number(rawAmount ?? NaN);
	const thousandths = meta ? amount : Math.round(amount * THOUSANDTHS);
	if (Number.isSafeInteger(thousandths)) return { code, thousandths, fallback: meta?.fallback_value };
	throw refusal(field, `is no amount: ${String(rawAmount).slice(0, 40)}`, 'Give a plain number, with a point for decimals.');
}

/** For example `€1,299.50`, as people write it in the language of the template. */
function writeAmount(thousandths: number, code: string, language = 'en'): string {
	return new Intl.NumberFormat(language.replace('_', '-'), { style: 'currency', currency: code }).format(thousandths / THOUSANDTHS);
}

function refusal({ label }: TemplateField, words: string, advice: string): TemplateParameterError {
	return new TemplateParameterError(label, `'${label}' ${words}`, advice);
}

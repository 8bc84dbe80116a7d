import { isRecord } from '../../domain/isRecord';
import { toGraphText } from '../client/toGraphText';
import type { LibraryTemplate } from './LibraryTemplate';

/**
 * Reads one item of Meta's template library.
 *
 * @returns undefined when it lacks what every one has: name, language and body
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library (read 2026-11-28)
 */
export function toLibraryTemplate(raw: unknown): LibraryTemplate | undefined {
	if (!isRecord(raw)) return undefined;
	const [name, language] = [raw.name, raw.language].map(toGraphText);
	// Longer than any ID or name.
	const [body, header] = [raw.body, raw.header].map(toText);
	if (!name || !language || !body) return undefined;
	return {
		name,
		language,
		category: (toGraphText(raw.category) ?? '').toUpperCase(),
		useCase: toGraphText(raw.usecase) ?? '',
		...(header !== undefined && { header }),
		body,
		bodyExamples: toList(raw.body_params).map(String),
		buttons: toList(raw.buttons).filter(isRecord).map(({ type, text }) => ({
			type: (toGraphText(type) ?? '').toUpperCase(),
			text: toGraphText(text) ?? '',
		})),
	};
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function toList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

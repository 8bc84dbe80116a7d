import type { DraftApp, DraftCode } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readSwitch } from '../../shared/n8n/parameters/readSwitch';
import type { TemplateRun } from './TemplateRun';
import { toRow, toRows, type Row } from './toRows';
import { toWord } from './toWord';

/** Reads the settings of an authentication template from the form; see `codeProperties`. */
export function readCode({ read }: TemplateRun, itemIndex: number): DraftCode {
	const minutes = toMinutes(read('codeExpirationMinutes', itemIndex, 0));
	const autofillText = toWord(read('autofillText', itemIndex, ''));
	return {
		warns: read('addSecurityRecommendation', itemIndex, true) !== false,
		...(minutes !== 0 && { expirationMinutes: minutes }),
		otpType: toOtpType(read('otpType', itemIndex, 'COPY_CODE')),
		buttonText: toWord(read('codeButtonText', itemIndex, 'Copy code')),
		...(autofillText !== '' && { autofillText }),
		apps: readApps(read('apps.values', itemIndex, [])),
		acceptsZeroTapTerms: readSwitch(read, 'acceptZeroTapTerms', 'Accept Zero-Tap Terms', itemIndex),
	};
}

/** Reads only what was added to the form; a change that an expression leaves without a value is none. */
export function readCodeChanges({ read }: TemplateRun, itemIndex: number): Partial<DraftCode> {
	const changes = toRow(read('codeChanges', itemIndex, {}));
	const { addSecurityRecommendation: warns, codeButtonText, codeExpirationMinutes: minutes } = changes;
	const { otpType, autofillText, acceptZeroTapTerms } = changes;
	const apps = readApps(toRow(changes.apps).values);
	return {
		...(typeof warns === 'boolean' && { warns }),
		...(isGiven(codeButtonText) && { buttonText: toWord(codeButtonText) }),
		...(isGiven(minutes) && { expirationMinutes: toMinutes(minutes) || undefined }),
		...(isGiven(otpType) && { otpType: toOtpType(otpType) }),
		...(isGiven(autofillText) && { autofillText: toWord(autofillText) }),
		...(apps.length > 0 && { apps }),
		...(typeof acceptZeroTapTerms === 'boolean' && { acceptsZeroTapTerms: acceptZeroTapTerms }),
	};
}

/** 0 for a code without an end. */
function toMinutes(value: unknown): number {
	const minutes = Number(value);
	if (!Number.isNaN(minutes)) return minutes;
	throw new InvalidInputError(
		'Code Expiration Minutes',
		`'Code Expiration Minutes' is not a number: ${String(value).slice(0, 40)}`,
		'Give a whole number from 1 to 90, or 0 for none.',
	);
}

function readApps(list: unknown): DraftApp[] {
	return toRows(list).map(({ packageName, signatureHash }: Row) => ({
		packageName: toWord(packageName),
		signatureHash: toWord(signatureHash),
	}));
}

function toOtpType(value: unknown): DraftCode['otpType'] {
	const word = toWord(value).toUpperCase();
	return word === 'ONE_TAP' || word === 'ZERO_TAP' ? word : 'COPY_CODE';
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

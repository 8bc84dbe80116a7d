import type {
	DraftButton,
	DraftCode,
	DraftExample,
	DraftHeader,
	DraftText,
} from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { readSample } from './readSample';
import type { TemplateRun } from './TemplateRun';
import { toWord } from './toWord';

type Row = Record<string, unknown>;

/** Reads the parts of a template from the form, each for itself; see `partProperties`. */
export const readDraft = {
	async header(run: TemplateRun, itemIndex: number): Promise<DraftHeader> {
		const format = toWord(run.read('headerType', itemIndex, 'NONE')) || 'NONE';
		if (format === 'IMAGE' || format === 'VIDEO' || format === 'DOCUMENT') {
			return { format, sample: await readSample(run, itemIndex) };
		}
		if (format !== 'TEXT') return { format: format === 'LOCATION' ? 'LOCATION' : 'NONE' };
		const text = toWord(run.read('headerText', itemIndex, ''));
		const example = toWord(run.read('headerExample', itemIndex, ''));
		const [, name] = /\{\{\s*([^{}\s]+)\s*\}\}/.exec(text) ?? [];
		return { format, text: { text, examples: example === '' ? [] : [{ name: name ?? '1', example }] } };
	},

	body({ read }: TemplateRun, itemIndex: number): DraftText {
		const examples = toRows(read('bodyExamples.values', itemIndex, [])).map(
			({ name, example }): DraftExample => ({ name: toWord(name), example: toWord(example) }),
		);
		return { text: toWord(read('body', itemIndex, '')), examples };
	},

	footer: ({ read }: TemplateRun, itemIndex: number): string => toWord(read('footer', itemIndex, '')),

	buttons({ read }: TemplateRun, itemIndex: number): DraftButton[] {
		return toRows(read('buttons.values', itemIndex, [])).map((row) => ({
			type: toWord(row.type) || 'QUICK_REPLY',
			text: toWord(row.text),
			url: toWord(row.url),
			urlExample: toWord(row.urlExample),
			phoneNumber: toWord(row.phoneNumber),
			code: toWord(row.code),
			flowId: toWord(row.flowId),
			flowScreen: toWord(row.flowScreen),
		}));
	},

	code({ read }: TemplateRun, itemIndex: number): DraftCode {
		const minutes = Number(read('codeExpirationMinutes', itemIndex, 0));
		return {
			warns: read('addSecurityRecommendation', itemIndex, true) !== false,
			...(minutes !== 0 && { expirationMinutes: minutes }),
			buttonText: toWord(read('codeButtonText', itemIndex, 'Copy code')),
		};
	},

	/** Only what was added to the form; a change that an expression leaves without a value is none. */
	codeChanges({ read }: TemplateRun, itemIndex: number): Partial<DraftCode> {
		const { addSecurityRecommendation: warns, codeButtonText, codeExpirationMinutes: minutes } = toRow(read('codeChanges', itemIndex, {}));
		return {
			...(typeof warns === 'boolean' && { warns }),
			...(isGiven(codeButtonText) && { buttonText: toWord(codeButtonText) }),
			...(isGiven(minutes) && { expirationMinutes: Number(minutes) === 0 ? undefined : Number(minutes) }),
		};
	},
};

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

function toRow(value: unknown): Row {
	return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function toRows(value: unknown): Row[] {
	return Array.isArray(value) ? (value as Row[]) : [];
}

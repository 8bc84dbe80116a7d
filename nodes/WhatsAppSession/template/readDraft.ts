import type {
	DraftButton,
	DraftCode,
	DraftExample,
	DraftHeader,
	DraftText,
} from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { readSample } from './readSample';
import type { TemplateRun } from './TemplateRun';

type Row = Record<string, unknown>;

/** Reads the parts of a template from the form, each for itself; see `partProperties`. */
export const readDraft = {
	async header(run: TemplateRun, itemIndex: number): Promise<DraftHeader> {
		const format = toText(run.read('headerType', itemIndex, 'NONE')) || 'NONE';
		if (format === 'IMAGE' || format === 'VIDEO' || format === 'DOCUMENT') {
			return { format, sample: await readSample(run, itemIndex) };
		}
		if (format !== 'TEXT') return { format: format === 'LOCATION' ? 'LOCATION' : 'NONE' };
		const text = toText(run.read('headerText', itemIndex, ''));
		const example = toText(run.read('headerExample', itemIndex, ''));
		const [, name] = /\{\{\s*([^{}\s]+)\s*\}\}/.exec(text) ?? [];
		return { format, text: { text, examples: example === '' ? [] : [{ name: name ?? '1', example }] } };
	},

	body({ read }: TemplateRun, itemIndex: number): DraftText {
		const examples = toRows(read('bodyExamples.values', itemIndex, [])).map(
			({ name, example }): DraftExample => ({ name: toText(name), example: toText(example) }),
		);
		return { text: String(read('body', itemIndex, '') ?? '').trim(), examples };
	},

	footer: ({ read }: TemplateRun, itemIndex: number): string => toText(read('footer', itemIndex, '')),

	buttons({ read }: TemplateRun, itemIndex: number): DraftButton[] {
		return toRows(read('buttons.values', itemIndex, [])).map((row) => ({
			type: toText(row.type) || 'QUICK_REPLY',
			text: toText(row.text),
			url: toText(row.url),
			urlExample: toText(row.urlExample),
			phoneNumber: toText(row.phoneNumber),
			code: toText(row.code),
			flowId: toText(row.flowId),
			flowScreen: toText(row.flowScreen),
		}));
	},

	code({ read }: TemplateRun, itemIndex: number): DraftCode {
		const minutes = Number(read('codeExpirationMinutes', itemIndex, 0));
		return {
			warns: read('addSecurityRecommendation', itemIndex, true) !== false,
			...(minutes !== 0 && { expirationMinutes: minutes }),
			buttonText: toText(read('codeButtonText', itemIndex, 'Copy code')),
		};
	},
};

function toRows(value: unknown): Row[] {
	return Array.isArray(value) ? (value as Row[]) : [];
}

function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

import type { DraftButton, DraftHeader, DraftOffer, DraftText, TemplateDraft } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { readButtons } from './readButtons';
import { readMediaCards, readProductCards } from './readCards';
import { readExamples } from './readExamples';
import { readSample } from './readSample';
import type { TemplateRun } from './TemplateRun';
import { toWord } from './toWord';

/** The kinds of template that the form makes; see `kindProperty`. */
export const TEMPLATE_KINDS = ['standard', 'mediaCarousel', 'productCarousel', 'offer', 'callPermission', 'orderStatus'] as const;

/** What kind of template the form makes. */
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Reads the parts of a template from the form, each for itself; see `partProperties`. */
export const readDraft = {
	async header(run: TemplateRun, itemIndex: number): Promise<DraftHeader> {
		const format = toWord(run.read('headerType', itemIndex, 'NONE')) || 'NONE';
		if (format === 'IMAGE' || format === 'VIDEO' || format === 'GIF' || format === 'DOCUMENT') {
			const property = toWord(run.read('headerSampleField', itemIndex, 'data'));
			return { format, sample: await readSample(run, itemIndex, 'Sample File Field Name', property) };
		}
		if (format !== 'TEXT') return { format: format === 'LOCATION' || format === 'PRODUCT' ? format : 'NONE' };
		const text = toWord(run.read('headerText', itemIndex, ''));
		const example = toWord(run.read('headerExample', itemIndex, ''));
		const [, name] = /\{\{\s*([^{}\s]+)\s*\}\}/.exec(text) ?? [];
		return { format, text: { text, examples: example === '' ? [] : [{ name: name ?? '1', example }] } };
	},

	body({ read }: TemplateRun, itemIndex: number): DraftText {
		return { text: toWord(read('body', itemIndex, '')), examples: readExamples(read('bodyExamples.values', itemIndex, [])) };
	},

	footer: ({ read }: TemplateRun, itemIndex: number): string => toWord(read('footer', itemIndex, '')),

	offer: ({ read }: TemplateRun, itemIndex: number): DraftOffer => ({
		text: toWord(read('offerText', itemIndex, '')),
		expires: read('offerEnds', itemIndex, true) !== false,
	}),

	buttons: (run: TemplateRun, itemIndex: number): DraftButton[] => readButtons(run, run.read('buttons.values', itemIndex, [])),

	/** The parts that a template of this kind has beside its body, and no others: what the form hides is not read. */
	async ofKind(run: TemplateRun, itemIndex: number, kind: TemplateKind): Promise<Omit<TemplateDraft, 'parameterFormat' | 'body'>> {
		switch (kind) {
			case 'mediaCarousel':
				return { cards: await readMediaCards(run, itemIndex) };
			case 'productCarousel':
				return { cards: readProductCards(run, itemIndex) };
			case 'offer':
				return {
					header: await readDraft.header(run, itemIndex),
					offer: readDraft.offer(run, itemIndex),
					buttons: readDraft.buttons(run, itemIndex),
				};
			case 'callPermission':
				return { header: await readDraft.header(run, itemIndex), footer: readDraft.footer(run, itemIndex), asksToCall: true };
			case 'orderStatus':
				return { footer: readDraft.footer(run, itemIndex) };
			default:
				return {
					header: await readDraft.header(run, itemIndex),
					footer: readDraft.footer(run, itemIndex),
					buttons: readDraft.buttons(run, itemIndex),
				};
		}
	},
};

import type { SampleFile } from '../../shared/cloudApi/media/uploadSample';
import type { DraftButton, DraftCard } from '../../shared/cloudApi/templates/draft/TemplateDraft';
import { readButtons } from './readButtons';
import { readExamples } from './readExamples';
import { readSample } from './readSample';
import type { TemplateRun } from './TemplateRun';
import { toRow, toRows } from './toRows';
import { toWord } from './toWord';

const NO_TEXT = { text: '', examples: [] };

/**
 * Reads the cards of a carousel whose cards show a picture or a video; see `carouselProperties`. A card whose buttons are left
 * empty has those of the first one.
 *
 * @throws {InvalidInputError} when the item lacks a sample, or the credential an app to upload it for
 */
export async function readMediaCards(run: TemplateRun, itemIndex: number): Promise<DraftCard[]> {
	const format = run.read('cardFormat', itemIndex, 'IMAGE') === 'VIDEO' ? 'VIDEO' : 'IMAGE';
	const samples = new Map<string, SampleFile>();
	const cards: DraftCard[] = [];
	for (const row of toRows(run.read('cards.values', itemIndex, []))) {
		const property = toWord(row.sampleField);
		const parameter = `Card ${cards.length + 1} Sample File Field Name`;
		// One file may show what several cards look like, and goes up once.
		const sample = samples.get(property) ?? (await readSample(run, itemIndex, parameter, property));
		samples.set(property, sample);
		const buttons = readButtons(run, toRow(row.buttons).values);
		cards.push({
			header: { format, sample },
			body: { text: toWord(row.text), examples: readExamples(toRow(row.examples).values) },
			buttons: buttons.length > 0 ? buttons : (cards[0]?.buttons ?? []),
		});
	}
	return cards;
}

/**
 * Reads what the cards of products have in common. Two are submitted, the fewest that Meta takes: a message has as many as it
 * is sent with.
 */
export function readProductCards(run: TemplateRun, itemIndex: number): DraftCard[] {
	const { read } = run;
	const isLink = read('productButton', itemIndex, 'SPM') === 'URL';
	const row = {
		type: isLink ? 'URL' : 'SPM',
		text: read('productButtonText', itemIndex, ''),
		url: read('productUrl', itemIndex, ''),
		urlExample: read('productUrlExample', itemIndex, ''),
	};
	const buttons: DraftButton[] = readButtons(run, [row]);
	const card: DraftCard = { header: { format: 'PRODUCT' }, body: NO_TEXT, buttons };
	return [card, card];
}

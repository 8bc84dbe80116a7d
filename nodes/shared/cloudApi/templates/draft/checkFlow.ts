import { readFlowJson } from './readFlowJson';
import { refuse } from './refuse';
import type { DraftButton } from './TemplateDraft';

/**
 * Checks how the Flow of a button is named.
 *
 * @param label - names a field of the button
 * @throws {TemplateParameterError} when the ID is no number, the name is empty, or the JSON is no Flow
 */
export function checkFlow(label: (field: string) => string, { flow }: Pick<DraftButton, 'flow'>): void {
	if ('id' in flow) {
		if (/^\d+$/.test(flow.id)) return;
		refuse(label('Flow ID'), `is not a number: ${flow.id.slice(0, 40)}`, 'Copy the ID of the Flow from WhatsApp Manager.');
	}
	if ('name' in flow) {
		if (flow.name !== '') return;
		refuse(label('Flow Name'), 'is empty.', 'Give the name of a published Flow as WhatsApp Manager shows it.');
	}
	if (readFlowJson(flow.json)) return;
	const advice = 'Paste what the Flow builder of WhatsApp Manager shows as JSON: an object with "version" and "screens".';
	refuse(label('Flow JSON'), 'is no Flow with at least one screen.', advice);
}

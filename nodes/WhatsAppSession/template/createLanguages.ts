import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/domain/isRecord';
import type { TemplateComponent, TemplateCreation } from '../../shared/cloudApi/templates/TemplateAdmin';
import type { TemplateRun } from './TemplateRun';
import { toPreviewText } from './toPreviewText';

/**
 * Submits an authentication template in several languages at once; those that exist already are changed.
 *
 * @param languages - codes as Meta writes them, each once
 * @returns one result for each language, in Meta's order
 */
export async function createLanguages(run: TemplateRun, creation: TemplateCreation, languages: string[]): Promise<IDataObject[]> {
	const { name, category, message_send_ttl_seconds: seconds, components: written } = creation;
	const components = written.map(withoutWords);
	const upserted = await run.admin
		.upsertTemplates(run.account.credentials.businessAccountId, {
			name,
			languages: [...new Set(languages)],
			category,
			components,
			...(seconds !== undefined && { message_send_ttl_seconds: seconds }),
		})
		.finally(run.forget);
	return upserted.map(({ id, status, language }) => {
		const text = toPreviewText({ name, language, category, parameterFormat: 'POSITIONAL', components });
		return { id, status, category, name, language, text };
	});
}

/** The words on the buttons are Meta's in each language, and it takes no others here. */
function withoutWords(component: TemplateComponent): TemplateComponent {
	if (!Array.isArray(component.buttons)) return component;
	const buttons = component.buttons.filter(isRecord).map((button) => {
		const settings = Object.entries(button).filter(([key]) => key !== 'text' && key !== 'autofill_text');
		return Object.fromEntries(settings);
	});
	return { ...component, buttons };
}

import type { IdGenerator } from '../IdGenerator.ts';
import type { TemplateDraft } from './seedTemplates.ts';
import type { TemplateDefinition } from './TemplateDefinition.ts';

/** The message templates of the simulated WABA. */
export class TemplateBook {
	private readonly ids: IdGenerator;
	private readonly seed: readonly TemplateDraft[];
	private templates: TemplateDefinition[] = [];

	/** @param seed - the templates to begin with and to return to */
	constructor(ids: IdGenerator, seed: readonly TemplateDraft[]) {
		this.ids = ids;
		this.seed = seed;
		this.reset();
	}

	/** Every template, language and state, in the order in which they were added. */
	list(): readonly TemplateDefinition[] {
		return this.templates;
	}

	/** The template in exactly this language; undefined when there is none. */
	find(name: string, language: string): TemplateDefinition | undefined {
		return this.templates.find((template) => template.name === name && template.language === language);
	}

	/** Adds a template, or replaces the one of the same name and language; it keeps its ID. */
	put(draft: TemplateDraft): TemplateDefinition {
		const language = draft.language ?? 'en_US';
		const known = this.find(draft.name, language);
		const template: TemplateDefinition = {
			id: draft.id ?? known?.id ?? this.ids.numericId(),
			name: draft.name,
			language,
			status: draft.status ?? 'APPROVED',
			category: draft.category ?? 'UTILITY',
			parameter_format: draft.parameter_format ?? 'POSITIONAL',
			components: draft.components,
			quality_score: draft.quality_score ?? { score: 'UNKNOWN', date: 1_770_000_000 },
			rejected_reason: draft.rejected_reason ?? 'NONE',
		};
		if (known) this.templates[this.templates.indexOf(known)] = template;
		else this.templates.push(template);
		return template;
	}

	/** Back to the templates of the beginning. */
	reset(): void {
		this.templates = [];
		for (const draft of this.seed) this.put(draft);
	}
}

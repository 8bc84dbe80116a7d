import type { IdGenerator } from '../IdGenerator.ts';
import type { TemplateDraft } from './TemplateDraft.ts';
import type { TemplateDefinition } from './TemplateDefinition.ts';

/** The message templates of the simulated WABA. */
export class TemplateBook {
	private readonly ids: IdGenerator;
	private readonly seed: readonly TemplateDraft[];
	private readonly templates = new Map<string, TemplateDefinition>();

	/** @param seed - the templates to begin with and to return to */
	constructor(ids: IdGenerator, seed: readonly TemplateDraft[]) {
		this.ids = ids;
		this.seed = seed;
		this.reset();
	}

	/** Every template, language and state, in the order in which they were added. */
	list(): readonly TemplateDefinition[] {
		return [...this.templates.values()];
	}

	/** The template in exactly this language; undefined when there is none. */
	find(name: string, language: string): TemplateDefinition | undefined {
		return this.templates.get(keyOf({ name, language }));
	}

	/** The template with this Graph ID; undefined when there is none. */
	findById(id: string): TemplateDefinition | undefined {
		return this.list().find((template) => template.id === id);
	}

	/** Adds a template, or replaces the one of the same name and language; it keeps its ID. */
	put(draft: TemplateDraft): TemplateDefinition {
		const language = draft.language ?? 'en_US';
		const template: TemplateDefinition = {
			id: draft.id ?? this.find(draft.name, language)?.id ?? this.ids.numericId(),
			name: draft.name,
			language,
			status: draft.status ?? 'APPROVED',
			category: draft.category ?? 'UTILITY',
			sub_category: draft.sub_category ?? 'CUSTOM',
			parameter_format: draft.parameter_format ?? 'POSITIONAL',
			components: draft.components,
			quality_score: draft.quality_score ?? { score: 'UNKNOWN', date: 1_770_000_000 },
			rejected_reason: draft.rejected_reason ?? 'NONE',
			...ownSettings(draft),
		};
		this.templates.set(keyOf(template), template);
		return template;
	}

	/** Forgets a template in its language. */
	delete(template: TemplateDefinition): void {
		this.templates.delete(keyOf(template));
	}

	/** Back to the templates of the beginning. */
	reset(): void {
		this.templates.clear();
		for (const draft of this.seed) this.put(draft);
	}
}

/** What a template has only where somebody has set it. */
function ownSettings(draft: TemplateDraft): Partial<TemplateDefinition> {
	const names = ['message_send_ttl_seconds', 'library_template_name', 'cta_url_link_tracking_opted_out', 'is_primary_device_delivery_only', 'degrees_of_freedom_spec'] as const;
	return Object.fromEntries(names.flatMap((name) => (draft[name] === undefined ? [] : [[name, draft[name]]])));
}

function keyOf({ name, language }: Pick<TemplateDefinition, 'name' | 'language'>): string {
	return `${name} ${language}`;
}

import type { TemplateDefinition } from './TemplateDefinition.ts';

/** A template without the parts that the simulator fills in. */
export type TemplateDraft = Partial<TemplateDefinition> & Pick<TemplateDefinition, 'name' | 'components'>;

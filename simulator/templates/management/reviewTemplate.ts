import type { Engine } from '../../Engine.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';
import { changeTemplate } from './changeTemplate.ts';

const OUTCOMES = {
	approve: { status: 'APPROVED', rejected_reason: 'NONE' },
	reject: { status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' },
} as const;

/**
 * Reviews a template that is PENDING, as the setting `templateReview` says, after the pause before each status.
 *
 * One that is no longer as it was handed in by then (edited, deleted, set by hand) is left alone.
 */
export function reviewTemplate(engine: Engine, pending: TemplateDefinition): void {
	const { templateReview, statusDelayMs } = engine.world.settings;
	if (templateReview === 'none') return;
	engine.statusTimers.after(statusDelayMs, () => {
		if (engine.templates.findById(pending.id) === pending) changeTemplate(engine, pending, OUTCOMES[templateReview]);
	});
}

import type { Engine } from '../../Engine.ts';
import { templateStatusUpdate } from '../../webhooks/templateStatusUpdate.ts';
import type { TemplateDefinition } from '../TemplateDefinition.ts';

/** Gives a template another state, whatever else changes with it, and reports the state by webhook. */
export function changeTemplate(
	engine: Engine,
	template: TemplateDefinition,
	changes: Partial<TemplateDefinition> & Pick<TemplateDefinition, 'status'>,
): TemplateDefinition {
	const changed = engine.templates.put({ ...template, ...changes });
	engine.deliveries.enqueue(templateStatusUpdate(changed, engine.clock.nowMs()));
	return changed;
}

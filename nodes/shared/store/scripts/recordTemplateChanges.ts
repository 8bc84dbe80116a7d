import type { TemplateChange } from '../../domain/TemplateChange';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Records the news about templates, each template once with its latest change; an earlier one changes nothing. */
export function* recordTemplateChanges(changes: TemplateChange[]): SqlScript<void> {
	const latest = new Map<string, TemplateChange>();
	for (const change of changes) {
		const name = JSON.stringify([change.businessAccountId, change.templateId]);
		const known = latest.get(name);
		if (!known || known.atMs < change.atMs) latest.set(name, change);
	}
	if (latest.size === 0) return;
	yield* query('recordTemplateChanges', [...latest.values()].map(toRow));
}

function toRow({ businessAccountId, templateId, atMs }: TemplateChange) {
	return { business_account_id: businessAccountId, template_id: templateId, at_ms: atMs };
}

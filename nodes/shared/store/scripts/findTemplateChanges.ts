import type { TemplateChange } from '../../domain/TemplateChange';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';

/** Looks up what has changed; see `TemplateNews.findTemplateChanges`. */
export function* findTemplateChanges(businessAccountId: string, sinceMs: number): SqlScript<TemplateChange[]> {
	const rows = yield* query<{ template_id: string; at_ms: number }>('findTemplateChanges', businessAccountId, sinceMs);
	return rows.map((row) => ({ businessAccountId, templateId: row.template_id, atMs: Number(row.at_ms) }));
}

import { createHash } from 'node:crypto';

import type { ConsentCategory } from '../../domain/Consent';
import type { UserIdentity } from '../../domain/Session';
import { query } from '../query';
import type { SqlScript } from '../SqlScript';
import { MOST_TEMPLATES, type TemplateHistory } from '../TemplateSends';
import { findNamesOf, type NameRow } from './findNamesOf';

interface TemplateSendRow {
	send_once_key: string;
	/** Null where it was one that nobody knew. */
	template_category: ConsentCategory | null;
	claimed_at_ms: number;
	phone_number_id: string;
}

/** Gives the templates that a person has got from an account; see `TemplateSends.findTemplateSends`. */
export function* findTemplateSends(businessAccountId: string, user: UserIdentity): SqlScript<TemplateHistory> {
	return yield* findTemplatesOfNames(businessAccountId, yield* findNamesOf(businessAccountId, user));
}

/** The same for somebody whose names are known. */
export function* findTemplatesOfNames(businessAccountId: string, names: NameRow[]): SqlScript<TemplateHistory> {
	const rows = yield* query<TemplateSendRow>('findTemplateSends', businessAccountId, names, MOST_TEMPLATES);
	const numbers = [...new Set(rows.map(({ phone_number_id }) => phone_number_id))];
	const [inbound] = rows.length > 0 ? yield* query<{ at_ms: number | null }>('findLastInbound', names, numbers) : [];
	return {
		sends: rows.map(({ send_once_key, template_category, claimed_at_ms }) => ({
			sendOnceKey: send_once_key,
			category: template_category ?? undefined,
			sentAtMs: Number(claimed_at_ms),
		})),
		lastInboundAtMs: inbound?.at_ms ?? undefined,
		version: versionOf(rows),
	};
}

/** By the keys in an order of their own: when a claim is older than one before it, because clocks differ, it is a new one all the same. */
function versionOf(rows: TemplateSendRow[]): string {
	const keys = rows.map(({ send_once_key }) => send_once_key).toSorted();
	return createHash('sha256').update(JSON.stringify(keys)).digest('base64url');
}

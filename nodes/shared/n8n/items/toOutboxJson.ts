import type { IDataObject } from 'n8n-workflow';

import { toIso } from '../../domain/toIso';
import { readKeptContent } from '../../sending/outbox/KeptContent';
import type { KeptMessage } from '../../store/Outbox';

/** Gives what is on record of a kept message: instants as ISO 8601 in UTC, and null for what is not known or forgotten. */
export function toOutboxJson(kept: KeptMessage): IDataObject {
	const content = readKeptContent(kept.content);
	return {
		key: kept.label,
		state: kept.state,
		reason: kept.reason ?? null,
		messageId: kept.messageId ?? null,
		keptAt: toIso(kept.keptAtMs),
		expiresAt: toIso(kept.expiresAtMs),
		settledAt: toIso(kept.settledAtMs),
		type: content?.type ?? null,
		content: (content?.payloads as IDataObject[] | undefined) ?? null,
		workflowId: content?.workflowId ?? null,
		executionId: content?.executionId ?? null,
	};
}

import type { IDataObject } from 'n8n-workflow';

import type { ConversationState } from '../../domain/conversationState';
import { toIso } from '../../domain/toIso';

/** Gives the field `conversation` of an item: whose turn it is; instants as ISO 8601 in UTC, null where there is none. */
export function toConversationJson(state: ConversationState): IDataObject & { owner: 'bot' | 'human' } {
	if (state.owner === 'bot') return { owner: 'bot', since: null, source: null, until: null };
	return { owner: 'human', since: toIso(state.sinceMs), source: state.source, until: toIso(state.untilMs) };
}

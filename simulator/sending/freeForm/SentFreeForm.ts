import type { JsonObject } from '../../JsonObject.ts';
import type { MediaFile } from '../../media/MediaFiles.ts';
import type { MessageRecord } from '../../world/MessageRecord.ts';

/** A free-form message that is being checked, and what it may refer to. */
export interface SentFreeForm {
	/** Meta's message type. */
	type: string;
	/** The type's own object; `{ contacts }` for contacts, which are a list. */
	content: JsonObject;
	/** By the simulator's clock; epoch milliseconds. */
	nowMs: number;
	/** The file with this media ID; undefined when there is none or it has expired. */
	findFile: (id: string) => MediaFile | undefined;
	/** The message of this conversation with this wamid; undefined when there is none. */
	findMessage: (id: string) => MessageRecord | undefined;
}

/** What Meta asks of one type; throws a `GraphError` when the message does not keep to it. */
export type FreeFormCheck = (sent: SentFreeForm) => void;

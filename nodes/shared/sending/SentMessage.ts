import type { SentAs } from '../domain/SentAs';

/** What became of a message that is out; the field `message` of an item. A type and not an interface, so that n8n takes it for JSON. */
export type SentMessage = {
	/** wamid. */
	id: string;
	/** Meta's word for what it did with the message; `accepted` where it does not say. Accepted is not delivered. */
	status: string;
	sentAs: SentAs;
	sendOnceKey: string;
	/** True when nothing was sent now, because the same send had gone out before. */
	alreadySent: boolean;
	/** wamids of all messages that a long text became, in order; undefined where it is one message, or was sent before. */
	parts?: string[];
};

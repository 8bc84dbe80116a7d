import type { MessageFile } from '../media/MessageFile';

/** The part of a send that makes it a free-form message; spread it into the body beside the address. */
export type MessagePayload = { type: string } & Record<string, unknown>;

/** What of a message a template may carry instead, when the window is closed. */
export interface CarriedContent {
	/** The text, the caption or the body; undefined when the message has none. */
	text?: string;
	/** Undefined when the message brings no file that a header could show. */
	media?: { kind: 'image' | 'video' | 'document'; value: string | MessageFile; fileName?: string };
	/** Reply buttons and rows, in order; empty for most. */
	replies: Array<{ id: string; title: string }>;
	/** Everything else, in words for the user, for example `the footer`. */
	others: string[];
}

/** A free-form message that is ready to be sent. */
export interface FreeFormMessage {
	payload: MessagePayload;
	/** What follows as messages of their own, in order; undefined for all but a long text that is split. */
	rest?: MessagePayload[];
	carried: CarriedContent;
}

/** The answers of a form by their names; what was not shown or not filled in is missing. */
export type MessageForm = Readonly<Record<string, unknown>>;

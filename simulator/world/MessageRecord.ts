import type { JsonObject } from '../JsonObject.ts';
import type { RenderedSection } from '../templates/rendering/RenderedSection.ts';
import type { MessageButton } from './MessageButton.ts';

/** Why a message was refused or failed. */
export interface MessageError {
	/** Meta's code; undefined when the answer had none (HTML, no answer). */
	code?: number;
	/** Meta's title, or what happened instead of an answer. */
	title: string;
	/** Meta's details; undefined when there are none. */
	details?: string;
}

/** One message or call between a business number and a person, as the simulator remembers it. */
export interface MessageRecord {
	/** wamid, or call ID; of a refused send an ID that Meta never gave out. */
	id: string;
	/** Inbound is from the person, outbound from the business. */
	direction: 'inbound' | 'outbound';
	/** Business number the message belongs to. */
	phoneNumberId: string;
	/** wa_id of the person; empty of a message to a group, and when a refused send named nobody. */
	waId: string;
	/** Meta's type, or `call`. */
	type: string;
	/** What a person reads. */
	text: string;
	/** By the simulator's clock; epoch milliseconds. */
	atMs: number;
	/** `received` inbound; `refused` was never accepted; the others are Meta's. */
	status: 'received' | 'refused' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
	/** Outbound only: free-form or template message, or a utility message by Direct Send. */
	sentAs?: 'freeForm' | 'template' | 'directSend';
	/** Outbound by the API only: last part of the path that took it. */
	endpoint?: 'messages' | 'marketing_messages';
	/** Set for template messages. */
	template?: { name: string; language: string };
	/** What the person sees of the message, then its cards; undefined where the text is all there is. */
	sections?: RenderedSection[];
	/** Outbound only: Meta's `pricing`, as the statuses say it; undefined for what costs nothing, and for what failed or was refused. */
	pricing?: JsonObject;
	/** Set when refused or failed. */
	error?: MessageError;
	/** True for what the business wrote in its app and not by the Cloud API; undefined otherwise. */
	isEcho?: boolean;
	/** Group it was written in, or sent to; undefined in a conversation of two. */
	groupId?: string;
	/** wamid of the message this one answers; undefined when it answers none. */
	contextId?: string;
	/** What the person can tap; empty for most. */
	buttons: MessageButton[];
	/** Inbound only: true once the business marked it as read. */
	isReadByBusiness?: boolean;
	/** Meta's own object of the type, as sent. */
	content: JsonObject;
}

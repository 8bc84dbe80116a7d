import type { MessageButton } from '../../world/MessageButton.ts';

/** A list that a button opens. */
export interface RenderedList {
	/** The words on the button. */
	label: string;
	/** Sections of the list; the title is undefined where there is none. */
	groups: Array<{ title?: string; rows: MessageButton[] }>;
}

/** What a person sees of a message, or of one of its cards, from top to bottom. */
export interface RenderedSection {
	/** Words of the header, or what it is in square brackets; undefined when there is none. */
	header?: string;
	/** Media ID of an uploaded picture at the top; undefined for everything else. */
	pictureId?: string;
	/** What the person can play, when the file is at hand; undefined for everything else. */
	playable?: { kind: 'audio' | 'video'; id: string };
	/** Limited-time offer, with its end; undefined when there is none. */
	offer?: string;
	/** Body, of a template with its values; undefined where there is none. */
	body?: string;
	/** Undefined when there is none. */
	footer?: string;
	/** In the message's order. */
	buttons: MessageButton[];
	/** Undefined when the message has no list. */
	list?: RenderedList;
}

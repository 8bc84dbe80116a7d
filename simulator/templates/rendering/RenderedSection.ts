import type { MessageButton } from '../../world/MessageRecord.ts';

/** What a person sees of a template message, or of one of its cards, from top to bottom. */
export interface RenderedSection {
	/** Words of the header, or what it is in square brackets; undefined when there is none. */
	header?: string;
	/** Media ID of an uploaded picture in the header; undefined for everything else. */
	pictureId?: string;
	/** Limited-time offer, with its end; undefined when there is none. */
	offer?: string;
	/** Body with its values; undefined only on a card without one. */
	body?: string;
	/** Undefined when there is none. */
	footer?: string;
	/** In the template's order. */
	buttons: MessageButton[];
}

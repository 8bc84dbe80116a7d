import type { UserIdentity } from '../../domain/Session';

/** What every event of a webhook carries. */
export interface EventOrigin {
	/** WABA ID: of the entry, else the one that was given for entries that name none; undefined without either. */
	businessAccountId?: string;
	/** Graph ID of the business number the event belongs to; undefined for events of the account or of templates. */
	phoneNumberId?: string;
	/** The business number as people read it; undefined when the webhook does not say. */
	displayPhoneNumber?: string;
	/** Meta's webhook field, for example `messages`. */
	field: string;
	/**
	 * What makes the event unique: a repetition of the webhook gives the same one, in whatever batch it comes.
	 *
	 * The wamid of a message; of a status, wamid and status (and participant, in a group); of a call, its ID and what happened;
	 * of everything else a digest of its content and of where it belongs; of a change of the account or of a template also of the
	 * time at which Meta triggered it, because those come again word for word; of an error that belongs to no message also of
	 * the hour of its arrival, see `parseAlarm`.
	 */
	eventId: string;
	/** Meta's own object, untouched. */
	raw: Record<string, unknown>;
}

/** Who an event is about. */
export interface EventUser {
	/** Canonical IDs for the store; empty when the event names nobody. */
	user: UserIdentity;
	/** The wa_id as WhatsApp wrote it, digits without `+`; undefined when the number is hidden. */
	waId?: string;
	/** The name the person chose in WhatsApp; undefined when not given. */
	profileName?: string;
	/** The username the person adopted, without `@`; undefined when the webhook names none. */
	username?: string;
	/** Meta's hash of the person's identity, where the identity change check of the number is on; undefined otherwise. */
	identityKeyHash?: string;
}

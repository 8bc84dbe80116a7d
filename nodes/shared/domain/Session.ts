import type { Conversation } from './Conversation';

/**
 * The ways WhatsApp names one user. At least one of the two is present.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export interface UserIdentity {
	/**
	 * Business-scoped user ID, for example `US.13491208655302741918`. Unique per business portfolio; the stronger of the two.
	 * Of a group its ID, see `groupAsUser`: a group has one window for all of its members, whoever of them writes there.
	 */
	bsuid?: string;
	/** WhatsApp ID: digits of a phone number without `+`, in the form of {@link canonicalWaId}. Absent when the user hides the number. */
	waId?: string;
}

/** Names one session: a business phone number and a user. The window never spans two business numbers. */
export interface SessionKey {
	/** Graph ID of the business number; not a phone number. */
	phoneNumberId: string;
	/** Who is on the other side. */
	user: UserIdentity;
}

/** What is known of one (phone number ID, user) pair. All instants are epoch milliseconds, UTC. */
export interface Session extends UserIdentity {
	/** Graph ID of the business number. */
	phoneNumberId: string;
	/** When the newest inbound message or call was made, by WhatsApp's clock; undefined when none is known. Only moves forward. */
	lastInboundAtMs?: number;
	/** When the newest send that Meta refused with 131047 was made; undefined when none was. Only moves forward. */
	closedByPlatformAtMs?: number;
	/** When the user last wrote through a click-to-WhatsApp ad; undefined when never. Only moves forward. */
	referralAtMs?: number;
	/** When the business first answered that referral; undefined while it has not. */
	answeredAtMs?: number;
	/** When Meta last said how long messages are free, and until when they are; both undefined when it never did. */
	freeSaidAtMs?: number;
	freeUntilMs?: number;
	/**
	 * When the user left these IDs for others, by WhatsApp's notice; undefined when never. Only moves forward. Whatever is
	 * not newer, the window above all, counts no longer: the IDs may belong to somebody else by now.
	 */
	renamedAtMs?: number;
	/** When `bsuid` was last seen with a number, which is `waId` unless somebody else has it by now; undefined when never. */
	identifiedAtMs?: number;
	/** When the business last wrote to the user, from whatever app; undefined when never, as far as is known. Only moves forward. */
	lastAnswerAtMs?: number;
	/** Who answers the user, a person of the business or the bot; undefined when nobody ever took over. Never changed, but replaced. */
	conversation?: Conversation;
}

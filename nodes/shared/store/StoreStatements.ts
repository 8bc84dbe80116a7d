import type { MovingStatements } from './moving/MovingStatements';
import type { HousekeepingStatements } from './HousekeepingStatements';
import type { RegisterStatements } from './RegisterStatements';
import type { ClosingStatements } from './ClosingStatements';
import type { GatheringStatements } from './GatheringStatements';
import type { OutboxStatements } from './OutboxStatements';
import type { StoreEventStatements } from './StoreEventStatements';
import type { UsageStatements } from './UsageStatements';

/**
 * Every statement of the store, in the words of one database. Lists come as JSON text: of strings, of objects with the
 * named fields, or, for keys, of short arrays, because those are read ten thousand at a time.
 */
export interface StoreStatements extends SendStatements, AnswerStatements, RegisterStatements, ClosingStatements, GatheringStatements, TemplateSendStatements, UsageStatements, HousekeepingStatements, MovingStatements, OutboxStatements, StoreEventStatements {
	/** Takes keys `[phone_number_id, bsuid, wa_id]`; gives `position` (index of the key) and its session's columns. */
	findSessions: string;
	/**
	 * Takes keys; gives `position` and the columns of every session that shares a name with the key, whatever its phone number ID; of a key
	 * with two names the same one twice where it has both.
	 */
	findSessionsOfPeople: string;
	/**
	 * Takes keys; gives every session that shares a phone number ID and a name with one of them, once. No other writer
	 * changes these until the transaction ends.
	 */
	loadSessions: string;
	/** Takes `{ bsuid, wa_id }`; gives `position`, `phone_number_id`, `bsuid`, `wa_id` of every session with one of these names that shows two. */
	findPairs: string;
	/** Takes a list of `session_id`. */
	removeSessions: string;
	/** Takes sessions with all columns; `session_id` null adds one, else the instants of that session are replaced. */
	saveSessions: string;

	/**
	 * Takes `{ receiver, received_at_ms, leased_by, leased_until_ms, event_ids }`, no event twice; leases those to the delivery that
	 * are neither acknowledged nor leased to another one, and gives `receiver`, `event_id`, `acknowledged_at_ms`, `leased_by` for each.
	 */
	leaseEvents: string;
	/** Takes receiver, delivery ID, instant, list of event IDs; the leases of that delivery then end at that instant. */
	renewLease: string;
	/** Takes receiver, delivery ID, list of event IDs; ends the leases of that delivery. */
	releaseEvents: string;
	/** Takes `{ receiver, at_ms, event_ids }`, no event of a receiver twice. */
	acknowledgeEvents: string;

	/** Takes message IDs; gives the statuses that came before their send was on record. */
	findEarlyStatuses: string;
	/** Takes statuses with all columns. */
	saveEarlyStatuses: string;
	/** Takes message IDs. */
	removeEarlyStatuses: string;

	/** Keeps other writers away from consent and renamings until the transaction ends. Empty where nothing is needed. */
	lockConsent: string;
	/** Takes entries; adds those that are not there yet, and gives their `business_account_id`, `bsuid`, `wa_id`. */
	recordConsent: string;
	/**
	 * Takes a WABA ID and a list of `{ bsuid, wa_id }`; gives `position` and the columns of a fact, each once. Where the account has forgotten
	 * somebody, one row at position -1 holds the key of its digests as `evidence`.
	 */
	findConsent: string;
	/** The same for a list of `[position, bsuid, wa_id]`, by these names alone. */
	findConsentOfNames: string;

	/** Takes renamings; adds those that are not there yet. */
	recordRenamings: string;
	/** Takes `{ business_account_id, bsuid, wa_id }`; gives each renaming that took one of these names away, once. */
	findRenamings: string;

	/** Takes `{ business_account_id, template_id, at_ms }`, each template once; a later instant replaces an earlier one. */
	recordTemplateChanges: string;
	/** Takes a WABA ID and an instant; gives `template_id`, `at_ms` of what changed at or after it. */
	findTemplateChanges: string;

	/**
	 * Takes `{ business_account_id, phone_number_id, sha256, mime_type }` and an instant; gives `position`, `media_id`,
	 * `expires_at_ms` of what expires after it.
	 */
	findMedia: string;
	/** Takes files with all columns, each key once; a later `expires_at_ms` replaces an earlier one. */
	recordMedia: string;
	/** Takes the four columns of the key and `media_id`. */
	forgetMedia: string;
	/** Takes `{ phone_number_id, media_id }`. */
	forgetMediaIds: string;
}

/** The statements about who waits for an answer. */
export interface AnswerStatements {
	/** Takes waits with the columns of the question. */
	recordAnswerWaits: string;
	/** Takes `resume_url`; forgets the open waits of that execution that no message has. */
	forgetAnswerWaits: string;
	/** Takes `wait_id`. */
	withdrawAnswerWait: string;
	/** Takes `{ message_id, wait_id }`; a wait that is not there gets no name. */
	nameQuestions: string;
	/**
	 * Takes `wait_id` and an instant; gives the `wait_id` of every open wait for the same person and business number that has not given
	 * up by then, the given one included.
	 */
	findWaitsOfPerson: string;
	/** Takes a list of `wait_id`; a newer question took the place of theirs. */
	endAnswerWaits: string;
	/** Takes delivery ID, end of the lease, instant, number; claims as many ended waits that nobody is at work on, and gives their `wait_id`. */
	claimEndedWaits: string;
	/**
	 * Takes `{ event_id, phone_number_id, bsuid, wa_id, replies_to }`; gives `position`, `wait_id` of what that person was asked by that
	 * number, where nobody has answered yet, of the question that the event names, and of what the event has answered. Where waits
	 * have ended, one of them stands at position -1.
	 */
	findAnswerWaits: string;
	/** Takes a list of `wait_id`; gives all columns of these waits. No other writer changes them until the transaction ends. */
	lockAnswerWaits: string;
	/** Takes event IDs; gives `event_id`, `arrived_at_ms` of those that any trigger has received. */
	findArrivals: string;
	/** Takes delivery ID, end of the lease, instant, `{ wait_id, answered_by }`. */
	claimAnswerWaits: string;
	/** Takes who holds them, `{ wait_id, answered_by }`; holds waits without an end, as if nobody had tried them. */
	holdAnswerWaits: string;
	/** Takes delivery ID, `{ wait_id, state, answered_by }`; ends the claims of that delivery. */
	settleAnswerWaits: string;
}

/** The statements about sends, and the names of the people they went to. */
export interface SendStatements {
	/** Takes message IDs; keeps other writers away from those sends until the transaction ends. Empty where nothing is needed. */
	lockMessages: string;
	/** Takes message IDs; gives the columns of those sends. */
	findSendsByMessageId: string;
	/** Takes send-once keys; gives the columns of those sends. */
	findSendsByKey: string;
	/** Takes groups of send-once keys; keeps other writers away from them until the transaction ends. Empty where nothing is needed. */
	lockSendGroups: string;
	/** Takes a WABA ID and `{ bsuid, wa_id }`; gives `bsuid`, `wa_id` of whom a session or a renaming shows to be the same person. */
	findOtherNames: string;
	/**
	 * Takes a group, its former group, a phone number ID and `{ bsuid, wa_id }`; gives the columns of the sends of that group, of its
	 * former group only those from that number, to somebody with one of these names; none that failed.
	 */
	findSendsOfPerson: string;
	/** Takes `{ bsuid, wa_id }` that were seen together for the first time; sends to the number are then sends to that user ID, too. */
	nameSends: string;
	/** Takes the same; what was said under the number is then said under that user ID, too. */
	nameConsent: string;
	/** Takes the same; opt-outs under the user ID then count under the number, too. */
	nameOptOuts: string;
	/** Takes a phone number ID and an instant; gives a row when a message of that number has a status from then or later. */
	findLateStatus: string;
	/** Takes claims, each key once; gives the `send_once_key` of those that are new. */
	claimSends: string;
	/**
	 * Takes claims with `former_claim_id`, the try that each takes over; gives the `send_once_key` of those whose send is still that
	 * try's, and was not accepted.
	 */
	takeOverSends: string;
	/**
	 * Takes `{ send_once_key, claim_id, state, message_id, sent_at_ms }`; changes nothing of a send that was accepted before, or
	 * that another try has taken over.
	 */
	settleSends: string;
	/** Takes `{ claim_id, message_id }`; the sends of these tries were accepted, if nobody knew that before. */
	settleSendsByStatus: string;
	/** Takes send-once keys; gives those of sends that failed free, and keeps the sends under a name of their own. */
	retireFailedSends: string;
	/** Takes `{ send_once_key, claim_id }`; forgets those sends, unless they were accepted, or another try has taken them over, and gives their `send_once_key`. */
	releaseSends: string;
	/** Takes the columns of statuses of sends on record. */
	saveSendStatuses: string;
}

/** The statements about the templates that a person has got. */
export interface TemplateSendStatements {
	/** Takes names of people, with their account; keeps other writers away from their templates until the transaction ends. Empty where nothing is needed. */
	lockPeople: string;
	/**
	 * Takes a WABA ID, `{ bsuid, wa_id }` and a number; gives `send_once_key`, `template_category`, `claimed_at_ms`, `phone_number_id` of
	 * the templates of that account to somebody with one of these names, newest first, as many of each category; none that failed.
	 */
	findTemplateSends: string;
	/** Takes `{ bsuid, wa_id }` and a list of phone number IDs; gives `at_ms`, when one of these names last wrote to one of these numbers, or null. */
	findLastInbound: string;
}

import type { MediaFile } from '../media/MediaFile';
import type { MediaUpload } from '../media/MediaUpload';
import type { ThreadAction } from './controlThread';
import type { MessageTemplate } from '../templates/MessageTemplate';

/** Where a message is sent to: the Cloud API, or the Marketing Messages API beside it. */
export type SendEndpoint = 'messages' | 'marketing_messages';

/** What Meta answered to an accepted message. Accepted is not delivered. */
export interface AcceptedMessage {
	/** wamid. */
	messageId: string;
	/** `accepted`, `held_for_quality_assessment` or `paused`; undefined when Meta does not say. */
	messageStatus?: string;
	/** wa_id as Meta resolved it; undefined for a send to a BSUID. */
	waId?: string;
	/** BSUID; undefined for a send to a phone number. */
	bsuid?: string;
}

/** A business phone number of a WABA. */
export interface BusinessPhoneNumber {
	/** Phone number ID. */
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
}

/** A Flow of a WABA. */
export interface Flow {
	id: string;
	name: string;
	/** Meta's word for its state, for example `PUBLISHED` or `DRAFT`; empty when Meta does not say. */
	status: string;
}

/** The calls of the Cloud API that this pack makes. Every one of them rejects with a class of this folder. */
export interface CloudApi {
	/**
	 * Sends one message, once: a message that Meta asks to repeat concerns everything of its number, so that who sends decides when.
	 *
	 * @param message - the body of the request without `messaging_product`
	 * @param endpoint - `messages` by default; `marketing_messages` takes marketing templates only
	 * @throws {CloudApiNoAnswerError} when nobody knows whether the message went out
	 * @throws {CloudApiError} when Meta refused it
	 */
	sendMessage(
		phoneNumberId: string,
		message: Record<string, unknown>,
		endpoint?: SendEndpoint,
	): Promise<AcceptedMessage>;
	/**
	 * Shows the person that a message of theirs was read, and with it everything before it in the conversation.
	 *
	 * @param options.showsTyping - also shows that an answer is being written, until one comes, for 25 seconds at most
	 * @param options.maxTries - how often it is tried at most; as often as everything else by default
	 * @throws {CloudApiError} when Meta refused it, for example because the message is not one that came in
	 */
	markAsRead(phoneNumberId: string, messageId: string, options?: { showsTyping?: boolean; maxTries?: number }): Promise<void>;
	/**
	 * Passes, releases or takes a conversation, where several responders share an account.
	 *
	 * @throws {InvalidInputError} when no responder can have the role, or the note is too long
	 * @throws {CloudApiError} when Meta refused it, for example because only an escalation partner may take (2494191)
	 */
	controlThread(phoneNumberId: string, action: ThreadAction): Promise<void>;
	/**
	 * Uploads a file for messages of one business number; Meta keeps it for 30 days.
	 *
	 * @returns its media ID
	 */
	uploadMedia(phoneNumberId: string, file: MediaUpload): Promise<string>;
	/** Lists every template of a WABA, in all languages and states, all pages. */
	listTemplates(businessAccountId: string): Promise<MessageTemplate[]>;
	/** Lists every Flow of a WABA in any state, all pages. */
	listFlows(businessAccountId: string): Promise<Flow[]>;
	/** Lists every business phone number of a WABA, all pages. */
	listPhoneNumbers(businessAccountId: string): Promise<BusinessPhoneNumber[]>;
	/**
	 * Reads how many messages a second Meta lets a business number send and receive.
	 *
	 * @returns undefined where Meta does not say
	 */
	readThroughput(phoneNumberId: string): Promise<number | undefined>;
	/** Reads the WABA, which proves that the token reaches it. */
	getBusinessAccount(businessAccountId: string): Promise<{ id: string; name: string }>;
	/**
	 * Asks where the file of a message can be fetched; the address is good for 5 minutes.
	 *
	 * @param phoneNumberId - business number that received it; undefined leaves that unchecked
	 */
	getMediaFile(mediaId: string, phoneNumberId?: string): Promise<MediaFile>;
}

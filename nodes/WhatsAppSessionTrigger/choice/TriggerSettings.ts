import type { GatheringLimits } from '../../shared/domain/gathering';
import type { ConsentSettings } from '../consent/ConsentSettings';
import type { TakeOverSettings } from './TakeOverSettings';
import type { TriggerEventName } from './triggerEvents';

/** What the builder chose to see. An empty filter lets everything pass. */
export interface TriggerSettings {
	/** The chosen events, in the order of the outputs. */
	events: TriggerEventName[];
	/** The number that Meta was told to post for; undefined where it was not told one. Events of other numbers start nothing. */
	registeredPhoneNumberId?: string;
	/** True when Meta was told to post for the credential's WABA. Events of others start nothing. */
	isForOwnAccountOnly: boolean;
	phoneNumberIds: string[];
	/** Meta's message types; `otherTypes` stands for those that the filter has no name for. */
	messageTypes: string[];
	/** Meta's words, for Message Status. */
	statuses: string[];
	/** From which age on a message is stale; 0 for never. */
	staleAfterMs: number;
	/** True when a message that continues a waiting execution starts the workflow as well. */
	startsForAnswers: boolean;
	/** True when events start the workflow that are older than Meta repeats. */
	startsForOutdated: boolean;
	/** True when messages start the workflow that come on standby: another responder owns the conversation. */
	startsForStandby: boolean;
	/** How a person of the business takes over. */
	takeOver: TakeOverSettings;
	/** True when every item carries Meta's own object. */
	includeOriginal: boolean;
	/** What counts as an opt-in or opt-out. */
	consent: ConsentSettings;
	/** How messages that follow each other are combined; undefined where they are not. */
	combining?: GatheringLimits;
	/** Up to which size the files of messages are downloaded, bytes; undefined when none is. */
	mediaLimitBytes?: number;
}

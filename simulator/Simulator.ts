import type { TokenState } from './graph/TokenState.ts';
import type { JsonObject } from './JsonObject.ts';
import type { DownloadFailure } from './media/MediaFiles.ts';
import type { AddressAnswerInput } from './people/answerAddress.ts';
import type { CallRequestAnswerInput } from './people/answerCallRequest.ts';
import type { FlowAnswerInput } from './people/answerFlow.ts';
import type { CallInput } from './people/call.ts';
import type { EchoInput } from './people/echo.ts';
import type { MoveThreadInput } from './people/moveThread.ts';
import type { EditInput } from './people/edit.ts';
import type { GroupInput } from './people/putGroup.ts';
import type { PayInput } from './people/pay.ts';
import type { PreferenceInput } from './people/preferMarketing.ts';
import type { ReactInput } from './people/react.ts';
import type { RevokeInput } from './people/revoke.ts';
import type { TapInput } from './people/tap.ts';
import type { WriteInput } from './people/write.ts';
import type { OrderedFailure } from './sending/FailureQueue.ts';
import type { ClockState, SimulatorState } from './SimulatorState.ts';
import type { TemplateDraft } from './templates/TemplateDraft.ts';
import type { TemplateDefinition } from './templates/TemplateDefinition.ts';
import type { DeliverySettings } from './webhooks/DeliverySettings.ts';
import type { SubscribedApp } from './webhooks/SubscriptionBook.ts';
import type { WebhookDelivery } from './webhooks/WebhookDelivery.ts';
import type { WebhookSubscription } from './webhooks/WebhookSubscription.ts';
import type { MessageRecord } from './world/MessageRecord.ts';
import type { Group } from './world/Group.ts';
import type { Person } from './world/Person.ts';
import type { ThreadOwner } from './world/ThreadOwners.ts';
import type { SimulatorSettings } from './world/SimulatorSettings.ts';

/** Where the clock goes; give one of the three. */
export interface ClockInput {
	/** Seconds ahead (positive) or back (negative). */
	offsetSeconds?: number;
	/** Hours back. */
	agoHours?: number;
	/** True returns to the present. */
	reset?: boolean;
}

/** Where webhooks shall go. */
export interface SubscribeInput {
	/** Receives the POSTs. */
	callbackUrl: string;
	/** Sent with the challenge; undefined takes the simulator's own. */
	verifyToken?: string;
	/** Whether the URL must answer the challenge; undefined asks exactly when there is a verify token. */
	verify?: boolean;
	/** Webhook fields; undefined means all of them. */
	fields?: string[];
}

/** Another app that gets the webhooks of the same WABA. */
export interface SubscriberInput {
	/** Receives the POSTs; not asked for a challenge. */
	callbackUrl: string;
	/** Signs them; the app secret of the simulator when undefined. */
	appSecret?: string;
	/** Webhook fields; undefined means all of them. */
	fields?: string[];
}

/** A template's category that changes. */
export interface CategoryInput {
	/** Name of the template. */
	name: string;
	/** `en_US` when undefined. */
	language?: string;
	/** The new category. */
	category: string;
	/** True only announces the change for 24 hours later, and the template stays as it is; false when undefined. */
	isNotice?: boolean;
}

/** A webhook of one's own making. */
export interface WebhookInput {
	/** Sent as JSON, escaped as Meta does; undefined when `rawBody` is given. */
	body?: JsonObject;
	/** Sent byte for byte. */
	rawBody?: string;
	/** How it is signed; `valid` when undefined. */
	signing?: WebhookDelivery['signing'];
}

/** What people do, and what the business does in its app. */
export interface PersonControls {
	/** Lets a person write at the simulator's present. */
	write(input: WriteInput): MessageRecord;
	/** Lets a person call, or accept or reject a call. */
	call(input: CallInput): MessageRecord;
	/** Lets a person tap a button. */
	tap(input: TapInput): MessageRecord;
	/** Lets a person finish a Flow. */
	answerFlow(input: FlowAnswerInput): MessageRecord;
	/** Lets a person answer the question for an address. */
	answerAddress(input: AddressAnswerInput): MessageRecord;
	/** Lets a person allow or refuse calls of the business. */
	answerCallRequest(input: CallRequestAnswerInput): MessageRecord;
	/** Lets a person change a message. */
	edit(input: EditInput): MessageRecord;
	/** Lets a person delete a message for everybody. */
	revoke(input: RevokeInput): MessageRecord;
	/** Lets the business write in its app. */
	echo(input: EchoInput): MessageRecord;
	/** Lets the second responder of the account take or hand over a conversation. */
	moveThread(input: MoveThreadInput): { owner: ThreadOwner };
	/** Lets a person pay for an order, as far as Meta tells of it; the newest order when none is named. */
	pay(input: PayInput): MessageRecord;
	/** Lets a person react to a message. */
	react(input: ReactInput): MessageRecord;
	/** Lets a person stop or resume marketing messages, or sign up for them. */
	preferMarketing(input: PreferenceInput): Person;
	/** Adds a person or changes one. */
	putPerson(person: Partial<Person> & Pick<Person, 'waId'>): Person;
	/** Makes a group of a business number and people, or changes one. */
	putGroup(input: GroupInput): Group;
	/** Lets a person move to another phone number; a `ControlError` when nobody has the address. */
	changeNumber(address: string, newNumber: string): Person;
	/** Lets the addresses of all files expire at once; returns how many there were. */
	expireMediaLinks(): number;
	/** Orders a failure for the next downloads of files. */
	failNextDownload(failure?: DownloadFailure): Required<DownloadFailure>;
}

/** What happens to the account: its templates, its apps, its token, and whatever Meta reports about it. */
export interface AccountControls {
	/** Adds a template or replaces one. */
	putTemplate(template: TemplateDraft): TemplateDefinition;
	/** Changes the state of a template, for example to PAUSED, and reports it. */
	setTemplateStatus(name: string, language: string, status: string): TemplateDefinition;
	/** Changes the quality score of a template, for example to RED, and reports it. */
	setTemplateQuality(name: string, language: string, score: string): TemplateDefinition;
	/** Changes the category of a template, or announces that it will change, and reports it. */
	setTemplateCategory(input: CategoryInput): TemplateDefinition;
	/**
	 * Reports a change of any field, as Meta would: only to apps subscribed to it. Returns the value.
	 *
	 * @param value - Meta's `value` object; undefined takes a sample of the field
	 * @param phoneNumberId - business number of the sample; undefined takes the first
	 */
	deliverChange(field: string, value?: JsonObject, phoneNumberId?: string): JsonObject;
	/**
	 * Sets the app's callback URL and subscribes the app to the WABA. Overrides stay.
	 *
	 * Rejects with a `ControlError` when the URL does not answer the challenge.
	 */
	subscribe(input: SubscribeInput): Promise<WebhookSubscription>;
	/** Adds another app that gets every webhook of the WABA too, also when one is repeated for the first app. */
	addSubscriber(input: SubscriberInput): SubscribedApp;
	/** Changes what the access token is good for. */
	setToken(token: Partial<TokenState>): TokenState;
}

/** What can be done and asked; the control routes do the same over HTTP. */
export interface SimulatorControls extends PersonControls, AccountControls {
	/** Moves the clock. */
	setClock(input: ClockInput): ClockState;
	/** Reads the clock. */
	clock(): ClockState;
	/** Orders a failure for the next sends. */
	failNext(failure: OrderedFailure): readonly OrderedFailure[];
	/** Changes switches of the delivery. */
	setDelivery(settings: Partial<DeliverySettings>): DeliverySettings;
	/** Sends the collected updates of a batch; returns how many there were. */
	flush(): number;
	/** Sends or drops the template messages that are held for a look at their quality; returns how many there were. */
	releaseHeld(outcome: 'send' | 'drop'): number;
	/** Changes settings of the simulated Meta. */
	setSettings(settings: Partial<SimulatorSettings>): SimulatorSettings;
	/** Sends a webhook of one's own making. */
	deliverWebhook(input: WebhookInput): WebhookDelivery;
	/** Sends the first webhook about a message again, byte for byte and newly signed. */
	redeliver(messageId: string): WebhookDelivery;
	/** Every message the business sent or tried to send over the API, the oldest first. */
	sent(): MessageRecord[];
	/** Every message with a person, named by phone number, wa_id or BSUID; the oldest first. */
	conversation(address: string): MessageRecord[];
	/** Every webhook with its tries, the oldest first. */
	deliveries(): readonly WebhookDelivery[];
	/** Resolves when no status is due and no webhook is on its way; retries are not waited for. */
	idle(): Promise<void>;
	/** Back to the beginning; the subscription stays, and IDs are not used twice. */
	reset(): void;
	/** Everything the page shows. */
	state(): SimulatorState;
}

/** A running simulator. */
export interface Simulator extends SimulatorControls {
	/** Where it listens, without a slash at the end; also the Graph API base URL. */
	readonly url: string;
	/** Stops listening and drops what is on its way. */
	close(): Promise<void>;
}

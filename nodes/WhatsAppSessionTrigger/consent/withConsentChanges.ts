import { isMarketingStop } from '../../shared/domain/isMarketingStop';
import { readConsentWord } from '../../shared/domain/consentWords/readConsentWord';
import type { ConsentChangeEvent } from '../../shared/webhook/parsing/ConsentChangeEvent';
import type { MessageEvent, StatusEvent, WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { asRecord } from '../../shared/webhook/reading/asRecord';
import type { ConsentSettings } from './ConsentSettings';

/** Where a button keeps its words, by message type and type of an interactive message. */
const BUTTON_TYPES = new Set(['button', 'interactive']);

/**
 * Finds what people say about consent by what they write and tap, and what WhatsApp says of a message that failed. Each is an event of its
 * own, right behind the one it stands in.
 *
 * Only a text that is nothing but a stop or start word counts, and no caption. In a group nobody speaks to the business alone.
 */
export function withConsentChanges(events: WebhookEvent[], settings: ConsentSettings): WebhookEvent[] {
	return events.flatMap((event): WebhookEvent[] => {
		if (event.event === 'status') return isStop(event) ? [event, toFailedChange(event)] : [event];
		const change = event.event === 'message' && event.groupId === undefined ? findChange(event, settings) : undefined;
		return change ? [{ ...(event as MessageEvent), consentChange: change }, change] : [event];
	});
}

function isStop({ status, errors, groupId }: StatusEvent): boolean {
	return groupId === undefined && isMarketingStop({ status, errorCodes: errors.map(({ code }) => code) });
}

function toFailedChange(event: StatusEvent): ConsentChangeEvent {
	const { messageId, atMs, isTimestampMissing } = event;
	const said = { kind: 'marketing', state: 'optedOut', source: 'messageFailed' } as const;
	return { ...originOf(event), event: 'consentChange', ...said, messageId, atMs, isTimestampMissing };
}

function findChange(event: MessageEvent, { words, buttons, covers, startOptsIn }: ConsentSettings): ConsentChangeEvent | undefined {
	const isButton = BUTTON_TYPES.has(event.type);
	const [wording, change] = isButton ? findInButton(event, words, buttons) : [event.text, event.type === 'text' ? readConsentWord(words, event.text ?? '') : undefined];
	if (!change) return undefined;
	const { messageId, atMs, isTimestampMissing } = event;
	return {
		...originOf(event),
		event: 'consentChange',
		state: change === 'stop' ? 'optedOut' : 'optedIn',
		kind: covers,
		source: isButton ? 'button' : 'keyword',
		messageId,
		wording,
		...(change === 'start' && !isButton && !startOptsIn && { takesBackOnly: true }),
		atMs,
		isTimestampMissing,
	};
}

type Found = [wording: string | undefined, change: ReturnType<typeof readConsentWord>];

/** By what the builder named, else by a title that is a stop word; a title that is a start word is a button like any other. */
function findInButton({ raw, interactiveType }: MessageEvent, words: ConsentSettings['words'], named: ConsentSettings['buttons']): Found {
	const button = asRecord(raw.button) ?? asRecord(asRecord(raw.interactive)?.[interactiveType ?? '']) ?? {};
	const texts = [button.text, button.title, button.payload, button.id].filter((text) => typeof text === 'string');
	const title = texts[0];
	for (const text of texts) {
		const change = readConsentWord(named, text);
		if (change) return [title, change];
	}
	return [title, title !== undefined && readConsentWord(words, title) === 'stop' ? 'stop' : undefined];
}

function originOf(event: MessageEvent | StatusEvent) {
	const { businessAccountId, phoneNumberId, displayPhoneNumber, field, eventId, raw, user, waId, profileName, username } = event;
	return { businessAccountId, phoneNumberId, displayPhoneNumber, field, eventId: `${eventId} consent`, raw, user, waId, profileName, username };
}

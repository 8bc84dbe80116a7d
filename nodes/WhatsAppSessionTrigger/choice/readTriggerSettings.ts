import type { IWebhookFunctions } from 'n8n-workflow';

import { readConsentSettings } from '../consent/readConsentSettings';
import { nodeOf } from '../delivery/nodeOf';
import { readCombining } from '../gathering/readCombining';
import { readTakeOver } from './readTakeOver';
import { toTexts } from './toTexts';
import { TRIGGER_EVENTS } from './triggerEvents';
import type { TriggerSettings } from './TriggerSettings';

type SettingsContext = Pick<IWebhookFunctions, 'getNode' | 'getNodeParameter'>;

const DEFAULT_EVENTS = ['message'];
const DEFAULT_STALE_AFTER_MINUTES = 10;
const MINUTE_MS = 60_000;
const DEFAULT_MEDIA_LIMIT_MB = 16;
const MEGABYTE = 1024 * 1024;

/**
 * Reads what the builder chose to see.
 *
 * Plain values are taken as they are stored: asking n8n for them would start its expression engine, which costs more
 * than everything else that the trigger does. Only where the builder put an expression n8n evaluates it.
 */
export function readTriggerSettings(context: SettingsContext): TriggerSettings {
	const { parameters } = nodeOf(context);
	const read = (name: string, fallback: unknown): unknown =>
		isDynamic(parameters[name]) ? context.getNodeParameter(name, fallback) : (parameters[name] ?? fallback);
	const options = asRecord(read('options', {}));
	const chosen = new Set(toTexts(read('events', DEFAULT_EVENTS)));
	const level = read('registration', 'automatic') === 'automatic' ? read('registrationLevel', 'app') : undefined;
	return {
		events: TRIGGER_EVENTS.map(({ value }) => value).filter((event) => chosen.has(event)),
		registeredPhoneNumberId: level === 'phoneNumber' ? toPlainId(parameters.registrationPhoneNumberId) : undefined,
		isForOwnAccountOnly: level === 'businessAccount',
		phoneNumberIds: toTexts(options.phoneNumberIds),
		messageTypes: toTexts(options.messageTypes),
		statuses: toTexts(options.statuses),
		staleAfterMs: toMinutes(options.staleAfterMinutes) * MINUTE_MS,
		startsForAnswers: options.startsForAnswers === true,
		startsForOutdated: options.startsForOutdated === true,
		startsForStandby: options.startsForStandby === true,
		takeOver: readTakeOver(options),
		includeOriginal: options.includeOriginal === true,
		consent: readConsentSettings(options),
		combining: toCombining(parameters.options),
		mediaLimitBytes: options.downloadMedia === true ? toMegabytes(options.maximumMediaSizeMb) * MEGABYTE : undefined,
	};
}

function isDynamic(stored: unknown): boolean {
	if (typeof stored === 'string') return stored.startsWith('=');
	return typeof stored === 'object' && stored !== null && Object.values(stored).some(isDynamic);
}

/** Gives the ID in a resource locator; undefined for an expression, which Meta was told the value of long ago. */
function toPlainId(locator: unknown): string | undefined {
	const { value } = asRecord(locator);
	const id = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	return id === '' || isDynamic(id) ? undefined : id;
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What cannot be read was refused when the workflow was published; a message that comes all the same starts it at once. */
function toCombining(stored: unknown): TriggerSettings['combining'] {
	try {
		return readCombining(asRecord(stored));
	} catch {
		return undefined;
	}
}

function toMinutes(value: unknown): number {
	const minutes = Number(value ?? DEFAULT_STALE_AFTER_MINUTES);
	return Number.isFinite(minutes) && minutes >= 0 ? minutes : DEFAULT_STALE_AFTER_MINUTES;
}

function toMegabytes(value: unknown): number {
	const megabytes = Number(value ?? DEFAULT_MEDIA_LIMIT_MB);
	return Number.isFinite(megabytes) && megabytes > 0 ? megabytes : DEFAULT_MEDIA_LIMIT_MB;
}

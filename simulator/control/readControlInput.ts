import type { TokenState } from '../graph/TokenState.ts';
import type { OrderedFailure } from '../sending/FailureQueue.ts';
import type { CategoryInput, ClockInput, SubscribeInput, SubscriberInput, WebhookInput } from '../Simulator.ts';
import type { TemplateDraft } from '../templates/TemplateDraft.ts';
import type { DeliverySettings } from '../webhooks/DeliverySettings.ts';
import type { SimulatorSettings } from '../world/SimulatorSettings.ts';
import { ControlError } from './ControlError.ts';
import type { ControlInput } from './ControlInput.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** Reads the request of `clock`. */
export function clockInput(input: ControlInput): ClockInput {
	return withoutAbsent({
		offsetSeconds: input.optionalNumber('offsetSeconds'),
		agoHours: input.optionalNumber('agoHours'),
		reset: input.optionalFlag('reset'),
	});
}

/** Reads the request of `failNext`; a code alone means an error answer with it. */
export function failureInput(input: ControlInput): OrderedFailure {
	const modes = ['error', 'later', 'html502', 'graph500', 'hang', 'drop'] as const;
	return withoutAbsent({
		mode: input.optionalChoice('mode', modes) ?? 'error',
		code: input.optionalNumber('code', 0),
		httpStatus: input.optionalNumber('httpStatus', 400),
		count: input.optionalNumber('count', 1),
		isAcceptedAnyway: input.optionalFlag('isAcceptedAnyway'),
	});
}

/** Reads the request of `delivery`. */
export function deliveryInput(input: ControlInput): Partial<DeliverySettings> {
	return withoutAbsent({
		duplicates: input.optionalNumber('duplicates', 0),
		shuffle: input.optionalFlag('shuffle'),
		shuffleSeed: input.optionalNumber('shuffleSeed'),
		delayMs: input.optionalNumber('delayMs', 0),
		batch: input.optionalFlag('batch'),
		paused: input.optionalFlag('paused'),
		concurrency: input.optionalNumber('concurrency', 1),
	});
}

/** Reads the request of `settings`. */
export function settingsInput(input: ControlInput): Partial<SimulatorSettings> {
	const throughputPerSecond =
		input.members.throughputPerSecond === null ? null : input.optionalNumber('throughputPerSecond', 1);
	return withoutAbsent({
		reEngagementError: input.optionalChoice('reEngagementError', ['later', 'atOnce']),
		statuses: input.optionalChoice('statuses', ['none', 'sent', 'delivered', 'read']),
		statusDelayMs: input.optionalNumber('statusDelayMs', 0),
		pairRate: input.optionalFlag('pairRate'),
		throughputPerSecond,
		throughputLevel: input.optionalChoice('throughputLevel', ['STANDARD', 'HIGH', 'NOT_APPLICABLE']),
		isOnBizApp: input.optionalFlag('isOnBizApp'),
		answerDelayMs: input.optionalNumber('answerDelayMs', 0),
		freeServiceMessages: input.optionalNumber('freeServiceMessages', 0),
		timeZone: optionalTimeZone(input),
		freeEntryPointHours: input.optionalNumber('freeEntryPointHours', 0),
		reactionsOpenWindow: input.optionalFlag('reactionsOpenWindow'),
		developmentMode: input.optionalFlag('developmentMode'),
		marketingOnCloudApi: input.optionalFlag('marketingOnCloudApi'),
		directSend: input.optionalChoice('directSend', ['off', 'on', 'blocked']),
		templatePacing: input.optionalFlag('templatePacing'),
		templateReview: input.optionalChoice('templateReview', ['approve', 'reject', 'none']),
	});
}

function optionalTimeZone(input: ControlInput): string | undefined {
	const timeZone = input.optionalText('timeZone');
	if (timeZone === undefined || isTimeZone(timeZone)) return timeZone;
	throw new ControlError('"timeZone" must be the IANA name of a time zone, for example Europe/Lisbon.');
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Reads the request of `templates`: a template as the Graph API writes it, components and all. */
export function templateInput(input: ControlInput): TemplateDraft {
	const { components } = input.members;
	if (!Array.isArray(components)) throw new ControlError('"components" is missing: give the list of components.');
	return withoutAbsent({
		name: input.text('name'),
		language: input.optionalText('language'),
		status: input.optionalText('status'),
		category: input.optionalText('category'),
		parameter_format: input.optionalChoice('parameter_format', ['POSITIONAL', 'NAMED']),
		components,
	});
}

/** Reads the request of `subscribe`. */
export function subscribeInput(input: ControlInput): SubscribeInput {
	return withoutAbsent({
		callbackUrl: input.text('callbackUrl'),
		verifyToken: input.optionalText('verifyToken'),
		verify: input.optionalFlag('verify'),
		fields: input.optionalTexts('fields'),
	});
}

/** Reads the request of `subscribers`. */
export function subscriberInput(input: ControlInput): SubscriberInput {
	return withoutAbsent({
		callbackUrl: input.text('callbackUrl'),
		appSecret: input.optionalText('appSecret'),
		fields: input.optionalTexts('fields'),
	});
}

/** Reads the request of `token`; `expiresAtMs: null` takes the expiry away. */
export function tokenInput(input: ControlInput): Partial<TokenState> {
	const expiresAtMs = input.members.expiresAtMs === null ? null : input.optionalNumber('expiresAtMs', 0);
	const refusal = input.optionalNumber('permissionCode');
	if (refusal !== undefined && refusal !== 10 && refusal !== 200) {
		throw new ControlError('"permissionCode" must be 10 or 200.');
	}
	return withoutAbsent({
		isValid: input.optionalFlag('isValid'),
		scopes: input.optionalTexts('scopes'),
		expiresAtMs,
		permissionCode: refusal,
	});
}

/** Reads the request of `webhook`. */
export function webhookInput(input: ControlInput): WebhookInput {
	return withoutAbsent({
		body: input.optionalObject('body'),
		rawBody: input.optionalText('rawBody'),
		signing: input.optionalChoice('signing', ['valid', 'wrong', 'missing']),
	});
}

/** Reads the request of `templateCategory`. */
export function categoryInput(input: ControlInput): CategoryInput {
	return withoutAbsent({
		name: input.text('name'),
		language: input.optionalText('language'),
		category: input.text('category'),
		isNotice: input.optionalFlag('isNotice'),
	});
}

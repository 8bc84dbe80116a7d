import type { TokenState } from '../graph/TokenState.ts';
import type { CallInput } from '../people/call.ts';
import type { ParticipantNames } from '../people/findParticipants.ts';
import type { PreferenceInput } from '../people/preferMarketing.ts';
import type { ReactInput } from '../people/react.ts';
import type { TapInput } from '../people/tap.ts';
import type { WriteInput } from '../people/write.ts';
import type { OrderedFailure } from '../sending/FailureQueue.ts';
import type { ClockInput, SubscribeInput, SubscriberInput, WebhookInput } from '../Simulator.ts';
import type { TemplateDraft } from '../templates/seedTemplates.ts';
import type { DeliverySettings } from '../webhooks/DeliverySettings.ts';
import type { Person } from '../world/Person.ts';
import type { SimulatorSettings } from '../world/SimulatorSettings.ts';
import { ControlError } from './ControlError.ts';
import type { ControlInput } from './ControlInput.ts';

/** Reads the request of `write`; the type's own object may stand under the type's name, as in a webhook. */
export function writeInput(input: ControlInput): WriteInput {
	const type = input.optionalText('type') ?? 'text';
	const text = type === 'text' && typeof input.members.text === 'object' ? undefined : input.optionalText('text');
	const content = input.optionalObject('content') ?? (text === undefined ? contentOf(input, type) : undefined);
	const referral = input.members.referral === true ? true : input.optionalObject('referral');
	return withoutAbsent({
		...participants(input),
		type,
		text,
		content,
		replyTo: input.optionalText('replyTo'),
		agoHours: input.optionalNumber('agoHours'),
		referral,
	});
}

/** Reads the request of `call`. */
export function callInput(input: ControlInput): CallInput {
	const by = input.optionalChoice('by', ['person', 'business']);
	return withoutAbsent({
		...participants(input),
		by,
		isAnswered: input.optionalFlag('isAnswered'),
		agoHours: input.optionalNumber('agoHours'),
	});
}

/** Reads the request of `tap`. */
export function tapInput(input: ControlInput): TapInput {
	const button = input.optionalText('button') ?? input.optionalText('payload') ?? input.optionalText('text');
	return withoutAbsent({ ...participants(input), messageId: input.optionalText('messageId'), button });
}

/** Reads the request of `react`. */
export function reactInput(input: ControlInput): ReactInput {
	return withoutAbsent({
		...participants(input),
		messageId: input.text('messageId'),
		emoji: input.optionalText('emoji'),
	});
}

/** Reads the request of `preference`. */
export function preferenceInput(input: ControlInput): PreferenceInput {
	const value = input.optionalChoice('value', ['stop', 'resume']);
	if (!value) throw new ControlError('"value" is missing: give stop or resume.');
	return { ...participants(input), value };
}

/** Reads the request of `people`. */
export function personInput(input: ControlInput): Partial<Person> & Pick<Person, 'waId'> {
	const waId = (input.optionalText('waId') ?? input.text('phone')).replace(/\D/g, '');
	if (waId.length < 7 || waId.length > 15) throw new ControlError('"phone" must be a number of 7 to 15 digits.');
	return withoutAbsent({
		waId,
		name: input.optionalText('name') || undefined,
		bsuid: input.optionalText('bsuid'),
		username: input.optionalText('username'),
		hidesPhoneNumber: input.optionalFlag('hidesPhoneNumber'),
		isOnWhatsApp: input.optionalFlag('isOnWhatsApp'),
		hasStoppedMarketing: input.optionalFlag('hasStoppedMarketing'),
	});
}

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
		reactionsOpenWindow: input.optionalFlag('reactionsOpenWindow'),
		developmentMode: input.optionalFlag('developmentMode'),
	});
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

function participants(input: ControlInput): ParticipantNames {
	return withoutAbsent({
		from: input.text('from'),
		phoneNumberId: input.optionalText('phoneNumberId'),
		name: input.optionalText('name'),
	});
}

function contentOf(input: ControlInput, type: string): Record<string, unknown> | undefined {
	const value = input.members[type];
	return Array.isArray(value) ? { [type]: value } : input.optionalObject(type);
}

/** The members that are there: an absent one must not overwrite a default. */
function withoutAbsent<Members extends object>(members: Members): Members {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members;
}

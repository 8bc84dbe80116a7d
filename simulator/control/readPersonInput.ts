import type { AddressAnswerInput } from '../people/answerAddress.ts';
import type { CallRequestAnswerInput } from '../people/answerCallRequest.ts';
import type { FlowAnswerInput } from '../people/answerFlow.ts';
import type { CallInput } from '../people/call.ts';
import type { EchoInput } from '../people/echo.ts';
import type { MoveThreadInput } from '../people/moveThread.ts';
import type { EditInput } from '../people/edit.ts';
import type { GroupInput } from '../people/putGroup.ts';
import type { MediaDraft } from '../media/attachMedia.ts';
import type { DownloadFailure } from '../media/MediaFiles.ts';
import type { ParticipantNames } from '../people/findParticipants.ts';
import type { PayInput } from '../people/pay.ts';
import type { PreferenceInput } from '../people/preferMarketing.ts';
import type { ReactInput } from '../people/react.ts';
import type { RevokeInput } from '../people/revoke.ts';
import type { TapInput } from '../people/tap.ts';
import type { WriteInput } from '../people/write.ts';
import type { Person } from '../world/Person.ts';
import { ControlError } from './ControlError.ts';
import { ControlInput } from './ControlInput.ts';
import { withoutAbsent } from './withoutAbsent.ts';

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
		media: mediaDraft(input),
		forwarded: input.optionalChoice('forwarded', ['once', 'frequently']),
		groupId: input.optionalText('groupId'),
		referredProduct: input.optionalObject('referredProduct'),
		referral,
	});
}

function mediaDraft(input: ControlInput): MediaDraft | undefined {
	const given = input.optionalObject('media');
	if (!given) return undefined;
	const media = new ControlInput(given);
	const base64 = media.optionalText('base64');
	return withoutAbsent({
		bytes: base64 === undefined ? undefined : Buffer.from(base64, 'base64'),
		size: media.optionalNumber('size', 0),
		mimeType: media.optionalText('mimeType'),
		fileName: media.optionalText('fileName'),
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

/** Reads the request of `pay`. */
export function payInput(input: ControlInput): PayInput {
	return withoutAbsent({
		...participants(input),
		messageId: input.optionalText('messageId'),
		status: input.optionalChoice('status', ['captured', 'pending']),
	});
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
	const value = input.optionalChoice('value', ['stop', 'resume', 'signup']);
	if (!value) throw new ControlError('"value" is missing: give stop, resume or signup.');
	return withoutAbsent({ ...participants(input), value, signupId: input.optionalText('signupId') });
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
		timeZone: timeZone(input),
	});
}

function timeZone(input: ControlInput): string | undefined {
	const name = input.optionalText('timeZone') || undefined;
	if (name === undefined) return undefined;
	if (isZone(name)) return name;
	throw new ControlError(`"timeZone" must be the IANA name of a time zone, such as America/Sao_Paulo: ${JSON.stringify(name)}.`);
}

function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Reads the request of `groups`. */
export function groupInput(input: ControlInput): GroupInput {
	const members = input.optionalTexts('members');
	if (!members) throw new ControlError('"members" is missing: give a list of phone numbers.');
	return withoutAbsent({
		id: input.optionalText('id'),
		subject: input.optionalText('subject'),
		phoneNumberId: input.optionalText('phoneNumberId'),
		members,
	});
}

/** Reads the request of `answerFlow`. */
export function flowAnswerInput(input: ControlInput): FlowAnswerInput {
	const answers = input.optionalObject('answers');
	if (!answers) throw new ControlError('"answers" is missing: give an object.');
	return withoutAbsent({ ...participants(input), answers, messageId: input.optionalText('messageId') });
}

/** Reads the request of `answerAddress`. */
export function addressAnswerInput(input: ControlInput): AddressAnswerInput {
	const values = input.optionalObject('values');
	if (!values) throw new ControlError('"values" is missing: give an object.');
	const savedAddressId = input.optionalText('savedAddressId');
	return withoutAbsent({ ...participants(input), values, savedAddressId, messageId: input.optionalText('messageId') });
}

/** Reads the request of `answerCallRequest`. */
export function callRequestAnswerInput(input: ControlInput): CallRequestAnswerInput {
	const response = input.optionalChoice('response', ['accept', 'reject']);
	if (!response) throw new ControlError('"response" is missing: give accept or reject.');
	return withoutAbsent({
		...participants(input),
		response,
		isPermanent: input.optionalFlag('isPermanent'),
		isAutomatic: input.optionalFlag('isAutomatic'),
		messageId: input.optionalText('messageId'),
	});
}

/** Reads the request of `edit`. */
export function editInput(input: ControlInput): EditInput {
	return withoutAbsent({
		...participants(input),
		text: input.text('text'),
		messageId: input.optionalText('messageId'),
	});
}

/** Reads the request of `revoke`. */
export function revokeInput(input: ControlInput): RevokeInput {
	return withoutAbsent({ ...participants(input), messageId: input.optionalText('messageId') });
}

/** Reads the request of `echo`. */
export function echoInput(input: ControlInput): EchoInput {
	return withoutAbsent({
		to: input.text('to'),
		text: input.optionalText('text'),
		type: input.optionalText('type'),
		content: input.optionalObject('content'),
		phoneNumberId: input.optionalText('phoneNumberId'),
		agoHours: input.optionalNumber('agoHours'),
	});
}

/** Reads the request of `thread`. */
export function moveThreadInput(input: ControlInput): MoveThreadInput {
	return withoutAbsent({
		with: input.text('with'),
		owner: input.optionalChoice('owner', ['app', 'responder', 'nobody']) ?? 'responder',
		metadata: input.optionalText('metadata'),
		appRole: input.optionalText('appRole'),
		phoneNumberId: input.optionalText('phoneNumberId'),
	});
}

/** Reads the request of `failNextDownload`. */
export function downloadFailureInput(input: ControlInput): DownloadFailure {
	return withoutAbsent({
		httpStatus: input.optionalNumber('httpStatus', 400),
		count: input.optionalNumber('count', 0),
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

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Manners } from '../../domain/Manners';
import type { AskedMessage } from '../../domain/policies/Policy';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';
import { MANNERS_FIELDS, type MannersField, type WrittenManners } from './mannersProperty';
import { readSwitch } from './readSwitch';
import { isFilled, toManners } from './toManners';

/** What is sent, as far as it decides which manners count. */
type MannerlyMessage = { sentAs: 'freeForm' } | Pick<Extract<AskedMessage, { sentAs: 'template' }>, 'sentAs' | 'category'>;

/**
 * Reads the manners that one message has to keep: those of the node, and of the account where the node has none, field by field.
 *
 * Those of the account are for marketing and utility templates. An answer at night is what the person waits for, and a code is asked for
 * that moment: there only what the node itself asks for counts, of a free-form message the quiet hours.
 *
 * @param ofAccount - as the credential holds them
 * @returns undefined where there are none
 * @throws {InvalidInputError} when a field cannot be read, or the quiet hours leave no minute
 */
export function readManners(read: ParameterReader, ofAccount: WrittenManners, itemIndex: number, message: MannerlyMessage): Manners | undefined {
	const own = readOwn(read, itemIndex);
	const isTemplate = message.sentAs === 'template';
	if (!isTemplate && own.quietFrom === undefined && own.quietUntil === undefined) return undefined;
	const isForAccount = !isTemplate || message.category !== 'authentication';
	const isAlone = !isForAccount || readSwitch(read, 'manners.leaveOutAccount', 'Leave Out Those of the Credential', itemIndex);
	const manners = isAlone ? toManners(own) : mergeManners(own, withoutEmpty(ofAccount));
	const asked: Manners = isTemplate ? manners : { quietHours: manners.quietHours };
	return Object.values(asked).some((value) => value !== undefined) ? asked : undefined;
}

/** Says of a field that the node does not have where it stands. */
function mergeManners(own: WrittenManners, ofAccount: WrittenManners): Manners {
	let failure: unknown;
	try {
		return toManners({ ...ofAccount, ...own });
	} catch (error) {
		failure = error;
	}
	throw failure instanceof InvalidInputError && isOfAccount(failure, own, ofAccount) ? toAccountError(failure) : failure;
}

function isOfAccount({ parameter }: InvalidInputError, own: WrittenManners, ofAccount: WrittenManners): boolean {
	const names = Object.keys(ofAccount) as MannersField[];
	return names.some((name) => own[name] === undefined && MANNERS_FIELDS[name].displayName === parameter);
}

function toAccountError({ parameter, message, advice }: InvalidInputError): InvalidInputError {
	return new InvalidInputError(parameter, `In the credential, under 'Manners for All Templates': ${message}`, advice);
}

function readOwn(read: ParameterReader, itemIndex: number): WrittenManners {
	const stored = read.stored('manners');
	if (isLeftEmpty(stored) || typeof stored !== 'object') return {};
	const names = Object.keys(stored as object).filter((name): name is MannersField => name in MANNERS_FIELDS);
	return withoutEmpty(Object.fromEntries(names.map((name) => [name, read(`manners.${name}`, itemIndex, '')])));
}

function withoutEmpty(written: WrittenManners): WrittenManners {
	return Object.fromEntries(Object.entries(written).filter(([, value]) => isFilled(value)));
}

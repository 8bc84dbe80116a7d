import type { GatheringLimits } from '../../shared/domain/gathering';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';

const SECOND_MS = 1_000;
const WAIT = { name: 'combineWaitSeconds', label: 'Combine: Wait Seconds', fallback: 5, least: 1, most: 600, unit: 'seconds' };
const MOST_MESSAGES = { name: 'combineMostMessages', label: 'Combine: Most Messages', fallback: 20, least: 2, most: 100, unit: 'messages' };
const MOST_SECONDS = { name: 'combineMostSeconds', label: 'Combine: Most Seconds', fallback: 60, least: 1, most: 3_600, unit: 'seconds' };

/**
 * Reads how messages that follow each other are combined.
 *
 * @param options - the options of the trigger, as they are stored
 * @returns undefined where they are not combined
 * @throws {InvalidInputError} for a number that cannot be used, and for an expression: one that differs from message to message would
 * leave what is being gathered without a rule
 */
export function readCombining(options: Record<string, unknown>): GatheringLimits | undefined {
	const { combineMessages = false } = options;
	if (isExpression(combineMessages)) throw noExpression('Combine Messages', combineMessages);
	if (combineMessages !== true) return undefined;
	const waitMs = readNumber(options, WAIT) * SECOND_MS;
	const mostMessages = readNumber(options, MOST_MESSAGES);
	const mostMs = readNumber(options, MOST_SECONDS) * SECOND_MS;
	if (mostMs >= waitMs) return { waitMs, mostMessages, mostMs };
	throw new InvalidInputError(
		MOST_SECONDS.label,
		`'${MOST_SECONDS.label}' is ${mostMs / SECOND_MS}, which is less than the ${waitMs / SECOND_MS} of '${WAIT.label}', so that the next message would never be waited for as long as that.`,
		`Set '${MOST_SECONDS.label}' to ${waitMs / SECOND_MS} or more, or '${WAIT.label}' to less.`,
	);
}

function readNumber(options: Record<string, unknown>, { name, label, fallback, least, most, unit }: typeof WAIT): number {
	const value = options[name] ?? fallback;
	if (isExpression(value)) throw noExpression(label, value);
	const isUsable = typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
	if (isUsable && (name !== MOST_MESSAGES.name || Number.isInteger(value))) return value;
	throw new InvalidInputError(
		label,
		`'${label}' is ${JSON.stringify(value)}, and has to be a ${name === MOST_MESSAGES.name ? 'whole ' : ''}number from ${least} to ${most}.`,
		`Set it to a number of ${unit} from ${least} to ${most}, for example ${fallback}.`,
	);
}

function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=');
}

function noExpression(label: string, value: unknown): InvalidInputError {
	return new InvalidInputError(
		label,
		`'${label}' is the expression ${JSON.stringify(value)}, and messages are combined by one rule for all people.`,
		'Choose Fixed instead of Expression and set a value.',
	);
}

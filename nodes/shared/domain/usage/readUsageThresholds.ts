import { InvalidInputError } from '../InvalidInputError';
import { FREE_SERVICE_MESSAGES } from './summarizeUsage';
import type { UsageThresholds } from './UsageThresholds';

/** How the parameters are called. */
export const THRESHOLD_LABELS = { freeUsed: 'Free Messages Used', charged: 'Charged Messages' } as const;

const MOST_THRESHOLDS = 20;
const EXAMPLES = { freeUsed: '800, 1000', charged: '5000, 20000' };

type Counted = keyof typeof THRESHOLD_LABELS;

/**
 * Reads the numbers of messages that are to be told of.
 *
 * @param given - for each parameter whole numbers, as text with commas, semicolons or line breaks between them, or one number; nothing for none
 * @throws {InvalidInputError} for an expression, for what is no whole number from 1 on, for more than the free tier holds, for a text that
 * may be one number or two, and where there is no threshold at all
 */
export function readUsageThresholds(given: Record<Counted, unknown>): UsageThresholds {
	const freeUsed = readList('freeUsed', given.freeUsed);
	const charged = readList('charged', given.charged);
	const tooHigh = freeUsed.find((threshold) => threshold > FREE_SERVICE_MESSAGES);
	if (tooHigh !== undefined) {
		throw refuse('freeUsed', `has the threshold ${tooHigh}, which is never reached: ${FREE_SERVICE_MESSAGES} messages of a number and month are free.`, `Give ${FREE_SERVICE_MESSAGES} or less, and use '${THRESHOLD_LABELS.charged}' for what comes after.`);
	}
	if (freeUsed.length + charged.length > 0) return { freeUsed, charged };
	throw refuse('freeUsed', `and '${THRESHOLD_LABELS.charged}' are empty, so that 'Usage Reached' would never start this workflow.`, `Give at least one threshold, for example ${EXAMPLES.freeUsed}.`);
}

function readList(counted: Counted, value: unknown): number[] {
	const text = value === undefined || value === null ? '' : typeof value === 'string' || typeof value === 'number' ? String(value).trim() : JSON.stringify(value);
	// n8n takes the equals sign away from what it takes for no expression.
	if (text.startsWith('=') || text.includes('{{')) {
		throw refuse(counted, `is the expression ${show(text)}, and the store is looked at without an item.`, 'Choose Fixed instead of Expression and write the numbers.');
	}
	const [twofold] = /(?<!\d)\d{1,3},\d{3}(?!\d)/.exec(text) ?? [];
	if (twofold !== undefined) {
		throw refuse(counted, `has ${show(twofold)}, which may be one number or two.`, 'Write numbers without separators, and a space after each comma between two of them.');
	}
	const thresholds = text.split(/[,;\n]/).map((entry) => entry.trim()).filter((entry) => entry !== '').map((entry) => readThreshold(counted, entry));
	if (thresholds.length <= MOST_THRESHOLDS) return [...new Set(thresholds)].sort((one, other) => one - other);
	throw refuse(counted, `has ${thresholds.length} thresholds, and takes ${MOST_THRESHOLDS}.`, 'Leave some of them out.');
}

function readThreshold(counted: Counted, entry: string): number {
	const threshold = /^\d{1,9}$/.test(entry) ? Number(entry) : 0;
	if (threshold >= 1) return threshold;
	throw refuse(counted, `has a threshold that is no whole number from 1 on: ${show(entry)}`, `Write numbers of messages with commas between them, for example ${EXAMPLES[counted]}.`);
}

function show(text: string): string {
	return JSON.stringify(text).slice(0, 60);
}

function refuse(counted: Counted, problem: string, advice: string): InvalidInputError {
	const label = THRESHOLD_LABELS[counted];
	return new InvalidInputError(label, `'${label}' ${problem}`, advice);
}

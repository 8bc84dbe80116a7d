import type { Bench } from './Bench.ts';
import { formatTable } from './formatTable.ts';
import { readNumber } from './readNumber.ts';
import { measureDatabases } from './store/measureDatabases.ts';
import { fillUsage } from './usage/fillUsage.ts';
import { measureUsage, type UsageTimes } from './usage/measureUsage.ts';

const MESSAGES = 1_000_000;
const FEWEST_MESSAGES = 10_000;

const MEASURES = [
	['countMs', 'month'],
	['countInKathmanduMs', 'month in Kathmandu'],
	['budgetMs', 'budget, counted anew'],
	['budgetAgainMs', 'budget, again'],
	['sentMs', 'webhook: sent'],
	['deliveredMs', 'webhook: delivered'],
] as const;

const count = (value: number) => value.toLocaleString('en-US');

function readMessages(options: string[]): number {
	const messages = readNumber(options, 'messages') ?? MESSAGES;
	if (messages >= FEWEST_MESSAGES) return messages;
	throw new Error(`--messages is ${messages}; it should be ${count(FEWEST_MESSAGES)} or more, for example ${MESSAGES}.`);
}

function show(figures: Partial<Record<string, UsageTimes>>): void {
	const rows = Object.entries(figures).flatMap(([name, found]) =>
		found ? [[name, count(found.messages), ...MEASURES.map(([measure]) => found[measure].toFixed(2))]] : [],
	);
	console.log(`\n  Medians in milliseconds\n\n${formatTable([['Store', 'messages of the month', ...MEASURES.map(([, label]) => label)], ...rows])}\n`);
}

/** What counting the messages of a month costs. */
export const usage: Bench = {
	summary: `counting a month of ${count(MESSAGES)} messages, for figures, thresholds and budgets; --messages=${MESSAGES}, --only=sqlite or --only=postgres`,
	timeLimitMinutes: 20,
	async run(stage) {
		const messages = readMessages(stage.options);
		const figures = await measureDatabases(stage, async (database) => {
			stage.say(`${database.name}: ${count(messages)} messages come on record`);
			await fillUsage(database, messages, stage.signal);
			return await measureUsage(database.store, { messages, signal: stage.signal });
		});
		show(figures);
		return figures;
	},
};

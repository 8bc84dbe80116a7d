import { setImmediate as giveWay } from 'node:timers/promises';
import type { Moment, Question } from './Happening.ts';
import { Oracle } from './Oracle.ts';
import { toWebhook } from './toWebhook.ts';
import type { WindowKeeper } from './WindowKeeper.ts';

/** How the answers of one keeper compare with the oracle's. */
export interface Score {
	questions: number;
	wrongOpen: number;
	wrongClosed: number;
}

/** Scores by fault, of one keeper. */
export type Scores = Map<string, Score>;

/** What a replay calls for each wrong answer. */
export type WrongAnswer = (keeper: string, question: Question, isOpen: boolean) => void;

const GIVE_WAY_EVERY = 1000;

/**
 * Lets everything happen in its order, and puts every question to all keepers.
 *
 * @returns scores by the name of the keeper
 */
export async function replay(moments: Moment[], keepers: Record<string, WindowKeeper>, onWrong: WrongAnswer, signal: AbortSignal): Promise<Record<string, Scores>> {
	const oracle = new Oracle();
	const scores = Object.fromEntries(Object.keys(keepers).map((name) => [name, new Map<string, Score>()]));
	let pending: Question[] = [];
	const settle = async () => {
		if (pending.length === 0) return;
		const right = pending.map((question) => oracle.isOpen(question));
		for (const [name, keeper] of Object.entries(keepers)) {
			const answers = await keeper.ask(pending);
			for (const [index, question] of pending.entries()) {
				const isOpen = answers[index] ?? false;
				enter(scores[name]!, question, isOpen, right[index]!);
				if (isOpen !== right[index]) onWrong(name, question, isOpen);
			}
		}
		pending = [];
	};
	for (const [index, moment] of moments.entries()) {
		if (index % GIVE_WAY_EVERY === 0) await giveWay(undefined, { signal });
		// Questions between two changes of the record share one run of the check: nothing happens in between.
		if (moment.kind !== 'question') await settle();
		if (moment.kind === 'question') pending.push(moment.question);
		else await happen(moment, oracle, Object.values(keepers));
	}
	await settle();
	return scores;
}

async function happen(moment: Exclude<Moment, { kind: 'question' }>, oracle: Oracle, keepers: WindowKeeper[]): Promise<void> {
	if (moment.kind === 'restart') for (const keeper of keepers) await keeper.restart?.();
	if (moment.kind === 'earlyCheck') for (const keeper of keepers) keeper.askEarly?.(moment.question);
	if (moment.kind !== 'arrival') return;
	const webhook = toWebhook(moment.happenings);
	for (const happening of moment.happenings) oracle.hear(happening, moment.atMs);
	for (const keeper of keepers) await keeper.receive(webhook, moment.atMs);
}

function enter(scores: Scores, { fault }: Question, isOpen: boolean, isRight: boolean): void {
	const score = scores.get(fault) ?? { questions: 0, wrongOpen: 0, wrongClosed: 0 };
	scores.set(fault, score);
	score.questions += 1;
	if (isOpen && !isRight) score.wrongOpen += 1;
	if (!isOpen && isRight) score.wrongClosed += 1;
}

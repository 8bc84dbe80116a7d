import { join } from 'node:path';
import type { StoreConfig } from '../../nodes/shared/store/StoreConfig.ts';
import { findN8n } from '../n8n/findN8n.ts';
import { CarefulKeeper } from './accuracy/CarefulKeeper.ts';
import type { Question } from './accuracy/Happening.ts';
import { NaiveKeeper } from './accuracy/NaiveKeeper.ts';
import { PackKeeper } from './accuracy/PackKeeper.ts';
import { planTimeline } from './accuracy/planTimeline.ts';
import { replay, type Score, type Scores } from './accuracy/replay.ts';
import type { Bench, BenchStage } from './Bench.ts';
import { InProcessN8n } from './check/InProcessN8n.ts';
import { createRandom } from './crash/createRandom.ts';
import { formatTable } from './formatTable.ts';
import { openPostgres } from './store/openPostgres.ts';
import { readNumber } from './readNumber.ts';

const EVENTS = 100_000;
const SEED = 1;
const SHOWN_WRONG_ANSWERS = 10;
const KEEPERS = ['pack', 'naive', 'careful'] as const;
const LABELS = { pack: 'this pack', naive: 'by hand, as tutorials do', careful: 'by hand, with care' };

async function chooseStore({ folder, options, atEnd }: BenchStage): Promise<StoreConfig> {
	if (options.includes('--store=postgres')) return { kind: 'postgres', url: await openPostgres(folder, atEnd) };
	return { kind: 'embedded', path: join(folder, 'sessions.sqlite') };
}

function sum(scores: Scores): Score {
	const total = { questions: 0, wrongOpen: 0, wrongClosed: 0 };
	for (const score of scores.values()) {
		for (const name of ['questions', 'wrongOpen', 'wrongClosed'] as const) total[name] += score[name];
	}
	return total;
}

const count = (value = 0) => value.toLocaleString('en-US');

function show(scores: Record<(typeof KEEPERS)[number], Scores>): void {
	const faults = [...scores.pack.keys()].sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
	const cells = (name: (typeof KEEPERS)[number], pick: (scores: Scores) => Score | undefined) => {
		const score = pick(scores[name]);
		return [count(score?.wrongOpen), count(score?.wrongClosed)];
	};
	const toRow = (label: string, pick: (scores: Scores) => Score | undefined) => [
		label,
		count(pick(scores.pack)?.questions),
		...KEEPERS.flatMap((name) => cells(name, pick)),
	];
	const head = ['Questions about', 'asked', ...KEEPERS.flatMap((name) => [`${name}: wrong open`, 'wrong closed'])];
	const rows = faults.map((fault) => toRow(fault, (each) => each.get(fault)));
	console.log(`\n  ${KEEPERS.map((name) => `${name}: ${LABELS[name]}`).join('; ')}\n`);
	console.log(`${formatTable([head, ...rows, toRow('all', sum)])}\n`);
}

/** Says what was asked and answered wrongly, so that it can be looked into. */
function tell({ fault, business, who, by, recipient, sendAtMs }: Question, isOpen: boolean): void {
	const names = JSON.stringify({ business, who, by, recipient, sendAt: new Date(sendAtMs).toISOString() });
	console.log(`  Wrong: ${fault}: answered ${isOpen ? 'open' : 'closed'}: ${names}`);
}

/** How often a check says open where the window is closed, and closed where it is open. */
export const accuracy: Bench = {
	summary: 'wrong answers over 100,000 events, beside checks made by hand; --events, --seed, --store=postgres',
	timeLimitMinutes: 30,
	async run(stage) {
		const { folder, options, signal, say, atEnd } = stage;
		const seed = readNumber(options, 'seed') ?? SEED;
		const wanted = readNumber(options, 'events') ?? EVENTS;
		say(`Planning, seed ${seed}`);
		const { moments, events } = planTimeline({ events: wanted, random: createRandom(seed), endMs: Date.now() });
		const n8n = new InProcessN8n(findN8n().folder, join(folder, 'in-process'));
		const store = await chooseStore(stage);
		const pack = new PackKeeper(n8n, store);
		atEnd(async () => await pack.close());
		say(`Replaying ${count(events)} events`);
		let wrong = 0;
		const onWrong = (keeper: string, question: Question, isOpen: boolean) => {
			if (keeper === 'pack' && (wrong += 1) <= SHOWN_WRONG_ANSWERS) tell(question, isOpen);
		};
		const keepers = { pack, naive: new NaiveKeeper(), careful: new CarefulKeeper() };
		const scores = (await replay(moments, keepers, onWrong, signal)) as Record<(typeof KEEPERS)[number], Scores>;
		show(scores);
		if (wrong > 0) console.log(`  Target missed: this pack answered ${wrong} questions wrongly; it should be none.`);
		const totals = Object.fromEntries(KEEPERS.map((name) => [name, sum(scores[name])]));
		return { seed, store: store.kind, events, ...totals };
	},
};

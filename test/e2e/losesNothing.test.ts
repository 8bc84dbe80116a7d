import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { killUnderLoad, type CrashFigures } from '../../scripts/bench/crash/killUnderLoad';

/** `npm run bench -- crash` kills twenty times. */
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const TIME_PER_KILL_MS = 60_000;
const TIME_FOR_THE_REST_MS = 240_000;

describe('an n8n that is killed under load', () => {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-kills-'));
	const endings: Array<() => Promise<void>> = [];
	let figures: CrashFigures;

	beforeAll(async () => {
		const say = (line: string) => process.stdout.write(`    ${line}\n`);
		const atEnd = (end: () => Promise<void>) => void endings.unshift(end);
		const stage = { folder, signal: new AbortController().signal, atEnd, say };
		figures = await killUnderLoad(stage, { kills: KILLS, seed: SEED });
		say(JSON.stringify(figures));
	}, KILLS * TIME_PER_KILL_MS + TIME_FOR_THE_REST_MS);

	afterAll(async () => {
		for (const end of endings) await end();
		rmSync(folder, { recursive: true, force: true });
	});

	test('leaves webhooks without an answer, and answers each of them when it comes again', () => {
		expect(figures.answers.none).toBeGreaterThan(0);
		expect(figures.executions).toBeGreaterThan(KILLS);
		expect(figures.strangeExecutions).toBe(0);
	});

	test('starts at least one execution for every message', () => {
		expect(figures.lost).toBe(0);
	});

	test('starts nothing for a message once one of its posts was answered with 200', () => {
		expect(figures.ranAfterAnswer).toBe(0);
	});

	test('starts one execution for one post', () => {
		expect(figures.ranTwiceByOnePost).toBe(0);
	});
});

import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { Random } from '../crash/createRandom.ts';
import { reminderItems } from '../template/reminderItems.ts';
import { Attempts, type Attempt } from './Attempts.ts';
import { acceptedMessages, countMessages, type MessageCounts } from './countMessages.ts';
import type { MortalN8n } from './openMortalN8n.ts';
import { NO_FAULTS, planFaults, type FaultPlan } from './planFaults.ts';
import type { RoundKind } from './RoundKind.ts';
import { sendWorkflow } from './sendWorkflow.ts';

/** What a round is run with. */
export interface RoundSetting {
	opened: MortalN8n;
	kind: RoundKind;
	/** Number of the round, from 1. */
	round: number;
	people: number;
	random: Random;
	signal: AbortSignal;
}

/** What became of one round. */
export interface RoundFigures extends MessageCounts {
	/** How often an execution was cut off before its end. */
	endings: number;
	retries: number;
	/** How the last execution ended: n8n's status and message. */
	outcome: string;
}

interface Round extends RoundSetting {
	attempts: Attempts;
	faults: FaultPlan;
	endings: number;
}

const MOST_ENDINGS = 3;
const MOST_RETRIES = 8;
/** A retry is cut off as well in one of so many cases. */
const CUT_RETRIES = 2;
/** The first execution is retried once more, and not its last retry, in one of so many cases. */
const FIRST_AGAIN = 4;
const LONGEST_PAUSE_MS = 30;
const LOOK_MS = 5;
const LOOKS_PER_QUESTION = 40;
const RUN_TIMEOUT_MS = 180_000;
const STATUSES_TIMEOUT_MS = 60_000;

const acceptedBy = ({ simulator }: MortalN8n) => acceptedMessages(simulator.sent()).length;

/** Waits until Meta has taken so many messages; false when the execution has ended before. */
async function reach(round: Round, executionId: string, accepted: number): Promise<boolean> {
	const { opened, faults, attempts, signal } = round;
	let looks = 0;
	const look = async () => {
		const now = acceptedBy(opened);
		faults.order(now);
		if (now >= accepted) return 'reached';
		looks += 1;
		return looks % LOOKS_PER_QUESTION === 0 && (await attempts.hasEnded(executionId)) && 'ended';
	};
	const wait = { what: `${accepted} messages to be taken`, timeoutMs: RUN_TIMEOUT_MS, everyMs: LOOK_MS, signal };
	return (await waitUntil(look, wait)) === 'reached';
}

/** Cuts an execution off at a moment left to chance, unless it comes to its end before. */
async function cutOff(round: Round, executionId: string): Promise<void> {
	const { opened, kind, people, random } = round;
	const moment = acceptedBy(opened) + random(people);
	if (!(await reach(round, executionId, moment))) return;
	await pause(random(LONGEST_PAUSE_MS));
	if (await round.attempts.hasEnded(executionId)) return;
	round.endings += 1;
	if (kind.ending !== 'stop') await opened.end(kind.ending, executionId);
	else await opened.client.rest('POST', `/executions/${executionId}/stop`);
}

/** Lets an execution run, and cuts it off or not. */
async function letRun(round: Round, executionId: string, isCutOff: boolean): Promise<Attempt> {
	if (isCutOff) await cutOff(round, executionId);
	else await reach(round, executionId, Infinity);
	return await round.attempts.ended(executionId, round.signal);
}

/** What WhatsApp knows of the messages has reached the trigger. */
async function heardStatuses({ opened, signal }: Round): Promise<void> {
	await opened.simulator.idle();
	const look = async () => opened.simulator.deliveries().every(({ state }) => state !== 'waiting');
	await waitUntil(look, { what: 'the statuses to be heard', timeoutMs: STATUSES_TIMEOUT_MS, signal });
}

/** Retries until n8n calls it done, or a retry has come to its own end without a message more. */
async function retryToTheEnd(round: Round, first: Attempt): Promise<{ last: Attempt; retries: number }> {
	const { attempts, random, opened } = round;
	let last = first;
	for (let retries = 0; ; retries++) {
		if (last.finished || retries === MOST_RETRIES) return { last, retries };
		await heardStatuses(round);
		const before = { accepted: acceptedBy(opened), endings: round.endings };
		const target = random(FIRST_AGAIN) === 0 ? first.id : last.id;
		const refused = attempts.retry(target, random(2) === 0).then((isTaken) => !isTaken);
		const id = await attempts.next(round.signal);
		const isCutOff = round.endings < MOST_ENDINGS && random(CUT_RETRIES) === 0;
		last = await letRun(round, id, isCutOff);
		if (await refused) return { last, retries };
		const isStuck = acceptedBy(opened) === before.accepted && round.endings === before.endings && !isCutOff;
		if (isStuck) return { last, retries: retries + 1 };
	}
}

async function start({ opened, kind, round, people, signal }: RoundSetting): Promise<Attempts> {
	const path = `once-${round}`;
	const { id } = await opened.client.createWorkflow(sendWorkflow(path, opened.credential, kind));
	await opened.client.publish(id);
	const body = JSON.stringify({ items: reminderItems(people, people) });
	const headers = { 'content-type': 'application/json', connection: 'close' };
	const look = async () => (await fetch(`${opened.url}/webhook/${path}`, { method: 'POST', headers, body, signal })).ok;
	await waitUntil(look, { what: 'the webhook to be there', signal });
	return new Attempts(opened.client, id);
}

/**
 * Sends one template to everybody while n8n is cut off, retries until nothing is left to retry, and counts what Meta has
 * taken.
 */
export async function runRound(setting: RoundSetting): Promise<RoundFigures> {
	const { opened, kind, people, random, signal } = setting;
	const { simulator } = opened;
	simulator.reset();
	simulator.setSettings({ statuses: 'delivered', statusDelayMs: 50 });
	const faults = kind.hasFaults ? planFaults(simulator, random, people) : NO_FAULTS;
	faults.order(0);
	const round: Round = { ...setting, attempts: await start(setting), faults, endings: 0 };
	const first = await letRun(round, await round.attempts.next(signal), true);
	const { last, retries } = await retryToTheEnd(round, first);
	const counts = countMessages(people, simulator.sent(), last);
	const outcome = [last.status, last.data?.resultData.error?.message].filter(Boolean).join(': ');
	return { ...counts, endings: round.endings, retries, outcome };
}

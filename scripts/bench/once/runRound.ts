import { waitUntil } from '../../n8n/waitUntil.ts';
import { reminderItems } from '../template/reminderItems.ts';
import { Attempts } from './Attempts.ts';
import { countMessages, type MessageCounts } from './countMessages.ts';
import { letRun } from './letRun.ts';
import { NO_FAULTS, planFaults } from './planFaults.ts';
import { retryToTheEnd } from './retryToTheEnd.ts';
import type { Round } from './Round.ts';
import { sendWorkflow } from './sendWorkflow.ts';

/** What a round is run with. */
export interface RoundSetting extends Pick<Round, 'opened' | 'kind' | 'people' | 'random' | 'signal'> {
	/** Number of the round, from 1. */
	round: number;
}

/** What became of one round. */
export interface RoundFigures extends MessageCounts {
	/** How often an execution was cut off before its end. */
	endings: number;
	retries: number;
	/** How the last execution ended: n8n's status, and its message if it failed. */
	outcome: string;
}

/** Publishes the workflow and hands it the people. */
async function start({ opened, kind, round, people, signal }: RoundSetting): Promise<Attempts> {
	const path = `once-${round}`;
	const { id } = await opened.client.createWorkflow(sendWorkflow(path, opened.credential, kind.keys));
	await opened.client.publish(id);
	const body = JSON.stringify({ items: reminderItems(people, people) });
	const headers = { 'content-type': 'application/json', connection: 'close' };
	const look = async () => (await fetch(`${opened.url}/webhook/${path}`, { method: 'POST', headers, body, signal })).ok;
	await waitUntil(look, { what: 'the webhook to be there', signal });
	return new Attempts(opened.client, id, signal);
}

/**
 * Sends one template to everybody while n8n is cut off, retries until nothing is left to retry, and counts what Meta has
 * taken.
 */
export async function runRound(setting: RoundSetting): Promise<RoundFigures> {
	const { opened, kind, people, random } = setting;
	const { simulator } = opened;
	simulator.reset();
	simulator.setSettings({ statuses: 'delivered', statusDelayMs: 50 });
	const faults = kind.hasFaults ? planFaults(simulator, random, people) : NO_FAULTS;
	const round: Round = { ...setting, attempts: await start(setting), faults, endings: 0 };
	const first = await letRun(round, await round.attempts.started(), true);
	const { last, retries } = await retryToTheEnd(round, first);
	const counts = countMessages(people, simulator.sent(), last);
	const outcome = [last.status, last.data?.resultData.error?.message].filter(Boolean).join(': ');
	return { ...counts, endings: round.endings, retries, outcome };
}

import type { MessageRecord } from '../../../simulator/world/MessageRecord.ts';
import { Attempts, type Attempt } from './Attempts.ts';
import { countMessages, type MessageCounts } from './countMessages.ts';
import { heardStatuses } from './heardStatuses.ts';
import { letRun } from './letRun.ts';
import { NO_FAULTS, planFaults } from './planFaults.ts';
import { resetSimulator } from './resetSimulator.ts';
import { retryToTheEnd } from './retryToTheEnd.ts';
import type { Round } from './Round.ts';
import { sendWorkflow } from './sendWorkflow.ts';
import { startWorkflow } from './startWorkflow.ts';

/** What a round is run with. */
export interface RoundSetting extends Pick<Round, 'opened' | 'kind' | 'people' | 'random' | 'signal'> {
	/** Number of the round, from 1. */
	round: number;
}

/** A round that was played, before or after its last go. */
export interface PlayedRound extends Round {
	/** Path of the webhook that starts its workflow. */
	path: string;
	/** Everything that was sent or tried; the simulator forgets it between rounds. */
	sent: MessageRecord[];
	last: Attempt;
	retries: number;
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
async function start(setting: RoundSetting, path: string): Promise<Attempts> {
	const { opened, kind, signal } = setting;
	const { id } = await opened.client.createWorkflow(sendWorkflow(path, opened.credential, kind));
	await opened.client.publish(id);
	await startWorkflow(setting, path);
	return new Attempts(opened.client, id, signal);
}

/** Sends one template to everybody while n8n is cut off, and retries until nothing is left to retry. */
export async function runRound(setting: RoundSetting): Promise<PlayedRound> {
	const { opened, kind, people, random } = setting;
	const { simulator } = opened;
	const path = `once-${setting.round}`;
	resetSimulator(setting);
	const faults = kind.hasFaults ? planFaults(simulator, random, people) : NO_FAULTS;
	const round: Round = { ...setting, attempts: await start(setting, path), faults, endings: 0 };
	const first = await letRun(round, await round.attempts.started(), true);
	const ended = await retryToTheEnd(round, first);
	// A status that is still on its way would be forgotten with the messages, and its silence would count.
	await heardStatuses(round);
	return { ...round, ...ended, path, sent: simulator.sent() };
}

/** Counts what Meta has taken in a round, its last go included. */
export function toFigures({ people, sent, last, kind, endings, retries }: PlayedRound): RoundFigures {
	const outcome = [last.status, last.data?.resultData.error?.message].filter(Boolean).join(': ');
	return { ...countMessages({ people, sent, last, keys: kind.keys }), endings, retries, outcome };
}

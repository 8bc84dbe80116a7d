import type { CloudApiError } from '../cloudApi/errors/CloudApiError';
import type { Held } from '../domain/policies/combineVerdicts';
import type { UserIdentity } from '../domain/Session';
import type { SendRecord } from '../store/SendLog';
import { limitReached, numberHeld } from './limitReached';
import type { Outbound } from './Outbound';
import type { NumberPace, Turn } from './pacing/NumberPace';
import { limitCodeOf, toBackOff, type BackOff } from './pacing/toBackOff';
import { postMessage, type MessagePart } from './postMessage';
import type { Sender } from './Sender';
import type { ClaimResult } from './sendOnce';
import type { SessionView } from './SessionView';

/** After so long a wait the message is judged again: the person may have opted out meanwhile. */
const JUDGED_FOR_MS = 2_000;

/** What a message is judged by, see `sendOutbound`; with the try of it that nobody knows the end of, as it is on record by now. */
export interface Judgement {
	view: SessionView;
	/** Undefined where nothing speaks against the message. */
	decision?: Held;
	undecided?: SendRecord;
}

/** What became of a message, or why it was not sent after all. */
export type TurnResult = { view: SessionView } & ({ posted: ClaimResult } | { decision: Held });

/**
 * Posts one message when it is its turn, by the pace that everything with this number keeps, and again where Meta refuses it because of a limit
 * that passes.
 *
 * Nothing is claimed while it waits: a process that ends then leaves nothing undecided, and a stopped execution nothing behind.
 *
 * @param judge - judges the message anew; asked after every wait that was long enough to matter
 * @throws the reason of the signal when the execution is stopped, and what {@link postMessage} throws but for limits
 */
export async function postInTurn(
	sender: Sender,
	outbound: Outbound,
	judged: { view: SessionView },
	message: MessagePart,
	judge: () => Promise<Judgement>,
): Promise<TurnResult> {
	const pace = sender.paceOf(outbound.destination.phoneNumberId);
	const refusals = new Map<number, number>();
	let { view, undecided = message.undecided }: Judgement = judged;
	for (let leftMs = 0; ; ) {
		if (pace.isHeld) return { view, decision: numberHeld() };
		const turn = await takeTurn(sender, pace, outbound, view);
		const attempt = await useTurn(turn, async (leave) => {
			if (pace.isHeld) return { view, decision: numberHeld() };
			if (leftMs + turn.waitedMs >= JUDGED_FOR_MS) {
				const again = await judge();
				({ view, undecided } = again);
				if (again.decision) return { view, decision: again.decision };
			}
			return { view, posted: await postMessage(sender, outbound, view, { ...message, undecided }, leave) };
		});
		if (!('error' in attempt)) return attempt;
		const code = limitCodeOf(attempt.error);
		const backOff = toBackOff(attempt.error, refusals.get(code) ?? 0);
		if (!backOff) throw attempt.error;
		if ('reason' in backOff) {
			if (backOff.reason === 'qualityLimit') pace.hold();
			return { view, decision: limitReached(attempt.error as CloudApiError, backOff, sender.now()) };
		}
		refusals.set(code, (refusals.get(code) ?? 0) + 1);
		await giveWay(sender, pace, outbound, { view, turn, backOff });
		leftMs = JUDGED_FOR_MS;
	}
}

async function takeTurn(sender: Sender, pace: NumberPace, { destination }: Outbound, view: SessionView): Promise<Turn> {
	const { itemIndex } = destination;
	const onPersonWait = () => sender.onPassedOn?.(itemIndex);
	const turn = await pace.take({ person: personOf(destination.recipient, view), signal: sender.signal, onPersonWait });
	sender.onPassedOn?.(itemIndex);
	// Only where it makes a difference: a single answer is no reason to ask Meta.
	if (turn.waitedMs > 0) void pace.learn(async () => await sender.cloudApi.readThroughput(destination.phoneNumberId));
	return turn;
}

/** A turn with which nothing has left is given to somebody else. */
async function useTurn<Result>(turn: Turn, use: (leave: () => void) => Promise<Result>): Promise<Result | { error: unknown }> {
	let hasLeft = false;
	try {
		return await use(() => (hasLeft = true));
	} catch (error) {
		return { error };
	} finally {
		if (!hasLeft) turn.giveBack();
	}
}

/** Lets everybody whom the refusal concerns wait, and this message in any case. */
async function giveWay(
	sender: Sender,
	pace: NumberPace,
	{ destination }: Outbound,
	{ view, turn, backOff: { whom, waitMs } }: { view: SessionView; turn: Turn; backOff: BackOff },
): Promise<void> {
	if (whom === 'person') pace.pausePerson(personOf(destination.recipient, view), waitMs);
	if (whom === 'number') pace.pause(waitMs);
	if (whom === 'rate') pace.slowDown(turn);
	void pace.learn(async () => await sender.cloudApi.readThroughput(destination.phoneNumberId));
	await pace.wait(waitMs, sender.signal);
}

function personOf(recipient: UserIdentity, { session }: SessionView): UserIdentity {
	return { bsuid: recipient.bsuid ?? session?.bsuid, waId: recipient.waId ?? session?.waId };
}

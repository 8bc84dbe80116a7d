import { gatheringDueAtMs, mayJoinGathering, type GatheringLimits } from '../../domain/gathering';
import type { GatheredMessage, Gathering } from '../Gatherings';
import { toGathering, type GatheringRow } from './GatheringRow';

/** A row, with its messages read once. */
interface OpenGathering {
	row: GatheringRow;
	messages: Gathering['messages'];
	/** Of two the later one is the newer. */
	position: number;
	/** Under which it is found. */
	names: Set<string>;
	hasChanged: boolean;
}

/** What is being gathered at one instant, found by the names of its person, or by the wait that it is the answer to. */
export class OpenGatherings {
	private readonly all: OpenGathering[] = [];
	private readonly byName = new Map<string, OpenGathering[]>();

	/** @param atMs - the instant; epoch milliseconds, UTC */
	constructor(
		private readonly atMs: number,
		private readonly limits: GatheringLimits,
	) {}

	/** Adds a row; of those that a message may join, the one that was added last takes it. */
	add(row: GatheringRow): OpenGathering {
		const one: OpenGathering = { row, messages: row.messages === '[]' ? [] : toGathering(row).messages, position: this.all.length, names: new Set(), hasChanged: false };
		this.all.push(one);
		// What it is of says its first message.
		if (one.messages.length > 0) this.file(one);
		return one;
	}

	/** Finds what a message joins; undefined where it begins something new. */
	find(message: GatheredMessage): OpenGathering | undefined {
		let found: OpenGathering | undefined;
		for (const name of namesOf(message)) {
			const one = this.newest(name, message);
			if (one && (!found || one.position > found.position)) found = one;
		}
		return found;
	}

	/** Adds a message. */
	join(one: OpenGathering, { eventId, event, user, answer }: GatheredMessage): void {
		one.messages.push({ eventId, event, ...(answer && { answer }) });
		one.hasChanged = true;
		const { row, messages } = one;
		const dueAtMs = gatheringDueAtMs(Number(row.began_at_ms), messages.length, this.atMs, this.limits);
		const latestAtMs = answer?.isComplete ? this.atMs : (answer?.latestAtMs ?? Infinity);
		one.row = { ...row, bsuid: row.bsuid ?? user.bsuid ?? null, wa_id: row.wa_id ?? user.waId ?? null, due_at_ms: Math.min(dueAtMs, latestAtMs) };
		this.file(one);
	}

	/** The rows that have got messages. */
	changed(): GatheringRow[] {
		return this.all.filter(({ hasChanged }) => hasChanged).map(({ row, messages }) => ({ ...row, messages: JSON.stringify(messages) }));
	}

	private file(one: OpenGathering): void {
		const { row, messages, names } = one;
		const user = { bsuid: row.bsuid ?? undefined, waId: row.wa_id ?? undefined };
		for (const name of namesOf({ phoneNumberId: row.phone_number_id, user, answer: messages[0]?.answer })) {
			if (names.has(name)) continue;
			names.add(name);
			const others = this.byName.get(name) ?? [];
			// Its second name may become known when a newer one has that name already.
			others.splice(others.findLastIndex(({ position }) => position < one.position) + 1, 0, one);
			this.byName.set(name, others);
		}
	}

	private newest(name: string, message: GatheredMessage): OpenGathering | undefined {
		const known = this.byName.get(name);
		if (!known) return undefined;
		// What is complete stays so.
		for (let last = known.at(-1); last && !this.isOpen(last); last = known.at(-1)) known.pop();
		return known.findLast((one) => this.isOpen(one) && isOf(one, message));
	}

	private isOpen({ row, messages }: OpenGathering): boolean {
		const state = { beganAtMs: Number(row.began_at_ms), dueAtMs: Number(row.due_at_ms), messages };
		return mayJoinGathering(state, this.atMs, this.limits);
	}
}

function namesOf({ phoneNumberId, user, answer }: Pick<GatheredMessage, 'phoneNumberId' | 'user' | 'answer'>): string[] {
	if (answer) return [`wait ${answer.waitId}`];
	const names = [];
	if (user.bsuid !== undefined) names.push(`bsuid ${phoneNumberId} ${user.bsuid}`);
	if (user.waId !== undefined) names.push(`waId ${phoneNumberId} ${user.waId}`);
	return names;
}

/** A number that has passed to somebody else is another person's. */
function isOf({ row }: OpenGathering, { phoneNumberId, user, answer }: GatheredMessage): boolean {
	if (answer) return true;
	if (row.phone_number_id !== phoneNumberId) return false;
	return row.bsuid !== null && user.bsuid !== undefined ? row.bsuid === user.bsuid : row.wa_id !== null && row.wa_id === user.waId;
}

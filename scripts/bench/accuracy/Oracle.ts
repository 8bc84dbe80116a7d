import type { Happening, Identity, Names, Question } from './Happening.ts';

const WINDOW_MS = 24 * 60 * 60 * 1_000;

/** What has become known of one identity at one business number. */
interface Knowledge {
	/** Whether one report has shown both names, so that whoever asks by the one is told of the other. */
	isLinked: boolean;
	/** The newest instants by the name that was shown; epoch milliseconds. */
	openedAtMs: Record<'number' | 'userId', number>;
	refusedAtMs: Record<'number' | 'userId', number>;
	/** When the person left these IDs; nothing from before counts. */
	leftAtMs: number;
}

/**
 * Says what is right, from what happened and not from how it was reported. It shares no line with the nodes: Meta's rule is
 * stated here a second time.
 *
 * A window is open from the newest message or call of the person to this business number, for 24 hours, the last instant
 * excluded. A refusal closes it until a newer one. Whatever has not arrived cannot be known; what arrives late counts from when it
 * was written, and what is dated ahead from when it arrived. Whoever leaves a number leaves the window behind.
 */
export class Oracle {
	private readonly known = new Map<string, Knowledge>();

	/** Takes note of a report. @param arrivedAtMs - epoch milliseconds */
	hear(happening: Happening, arrivedAtMs: number): void {
		const { business, who, shown, meaning, becomes } = happening;
		const knowledge = this.of(business, who);
		const atMs = Math.min(happening.atMs, arrivedAtMs);
		if (meaning === 'renames') knowledge.leftAtMs = Math.max(knowledge.leftAtMs, atMs);
		if (isPair(shown)) knowledge.isLinked = true;
		if (becomes && isPair(becomes)) this.of(business, becomes).isLinked = true;
		if (meaning !== 'opens' && meaning !== 'refuses') return;
		const instants = meaning === 'opens' ? knowledge.openedAtMs : knowledge.refusedAtMs;
		for (const name of ['number', 'userId'] as const) {
			if (shown[name] !== undefined) instants[name] = Math.max(instants[name], atMs);
		}
	}

	/** Whether a free-form message may go out, as far as anybody can know. */
	isOpen({ business, who, by, sendAtMs }: Question): boolean {
		const { isLinked, openedAtMs, refusedAtMs, leftAtMs } = this.of(business, who);
		const newest = (instants: Record<'number' | 'userId', number>) => (isLinked ? Math.max(instants.number, instants.userId) : instants[by]);
		const openedMs = newest(openedAtMs);
		return openedMs > leftAtMs && openedMs > newest(refusedAtMs) && sendAtMs < openedMs + WINDOW_MS;
	}

	private of(business: number, who: Identity): Knowledge {
		const key = `${business} ${who.number ?? who.userId}`;
		const held = this.known.get(key);
		if (held) return held;
		const nothing = () => ({ number: -Infinity, userId: -Infinity });
		const created = { isLinked: false, openedAtMs: nothing(), refusedAtMs: nothing(), leftAtMs: -Infinity };
		this.known.set(key, created);
		return created;
	}
}

function isPair({ number, userId }: Names): boolean {
	return number !== undefined && userId !== undefined;
}

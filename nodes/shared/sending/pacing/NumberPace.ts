import { PER_SECOND } from '../../domain/pacing/messageLimits';
import { afterOne, dueAtMs, type RestedAtMs, type Spacing } from '../../domain/pacing/spacing';
import { openThrottle, perSecondAt, slowDown, withFullRate } from '../../domain/pacing/throttle';
import type { UserIdentity } from '../../domain/Session';
import type { PacingClock } from './PacingClock';
import { PersonPaces } from './PersonPaces';
import { waitFor } from './waitFor';

/** How much may leave at once, so that a timer that comes late costs nothing; milliseconds of the rate. */
const BURST_MS = 50;
/** How long a number is not asked anew whether Meta takes its messages again. */
const HELD_MS = 5 * 60_000;
/** How long a question about the throughput that failed is not asked again. */
const UNANSWERED_MS = 10 * 60_000;

/** The right to send one message now. */
export interface Turn {
	/** When it was given; milliseconds of the clock of the pacing. */
	atMs: number;
	/** How long it was waited for. */
	waitedMs: number;
	/** Gives it to somebody else: nothing was sent. */
	giveBack(): void;
}

/** Whom a message goes to, and how it waits. */
export interface TurnWish {
	/** Every name of the person that is known. */
	person: UserIdentity;
	/** Aborted when the execution is stopped. */
	signal?: AbortSignal;
	/** Called when the message has to wait for its person, who has got many: others need not wait with it. */
	onPersonWait?(): void;
}

interface Waiting {
	/** Takes the turn, unless the person's own is not due any more; false then. */
	take(nowMs: number): void;
}

/**
 * The pace of one business number, shared by all that sends with it in this process: so many messages a second, and so many to each person.
 * Whoever asks first goes first.
 */
export class NumberPace {
	private readonly people = new PersonPaces();
	private readonly waiting = new Set<Waiting>();
	private throttle = openThrottle(PER_SECOND.standard);
	private restedAtMs: RestedAtMs;
	private pausedUntilMs = -Infinity;
	private heldUntilMs = -Infinity;
	private learnsFromMs = -Infinity;
	private cancelTimer?: () => void;

	constructor(private readonly clock: PacingClock) {}

	/** Messages a second at the moment. */
	get perSecond(): number {
		return perSecondAt(this.throttle, this.clock.nowMs());
	}

	/** How many names of people are remembered. */
	get rememberedPeople(): number {
		return this.people.size;
	}

	/** Whether Meta takes no more messages of this number for now, because people have complained. */
	get isHeld(): boolean {
		return this.clock.nowMs() < this.heldUntilMs;
	}

	/**
	 * Waits for the turn of a message.
	 *
	 * @throws the reason of the signal, at once when the execution is stopped; no turn is used then
	 */
	async take({ person, signal, onPersonWait }: TurnWish): Promise<Turn> {
		const sinceMs = this.clock.nowMs();
		for (;;) {
			const personWaitMs = this.people.dueAtMs(person, this.clock.nowMs()) - this.clock.nowMs();
			if (personWaitMs > 0) {
				onPersonWait?.();
				await waitFor(this.clock, personWaitMs, signal);
				continue;
			}
			const turn = await this.queue(person, sinceMs, signal);
			if (turn) return turn;
		}
	}

	/** Slows the number down for everybody: Meta has refused a message that left with this turn (130429). */
	slowDown({ atMs }: Pick<Turn, 'atMs'>): void {
		this.throttle = slowDown(this.throttle, { leftAtMs: atMs, nowMs: this.clock.nowMs() });
	}

	/**
	 * Waits without a turn.
	 *
	 * @throws the reason of the signal, at once when the execution is stopped
	 */
	async wait(ms: number, signal?: AbortSignal): Promise<void> {
		await waitFor(this.clock, ms, signal);
	}

	/** Lets nothing leave for a while. */
	pause(ms: number): void {
		this.pausedUntilMs = Math.max(this.pausedUntilMs, this.clock.nowMs() + ms);
	}

	/** Lets nothing leave to a person for a while. */
	pausePerson(person: UserIdentity, ms: number): void {
		this.people.pause(person, ms, this.clock.nowMs());
	}

	/** Notes that Meta takes no more messages of this number for now (131048); the next one that is let try is minutes away. */
	hold(): void {
		this.heldUntilMs = this.clock.nowMs() + HELD_MS;
	}

	/**
	 * Asks once what Meta has granted the number; everybody goes on meanwhile, by what is known. What cannot be read changes nothing.
	 *
	 * @param read - gives messages a second; undefined where Meta does not say
	 */
	async learn(read: () => Promise<number | undefined>): Promise<void> {
		const nowMs = this.clock.nowMs();
		if (nowMs < this.learnsFromMs) return;
		this.learnsFromMs = Infinity;
		try {
			const perSecond = await read();
			if (perSecond === undefined || !(perSecond > 0)) return;
			this.throttle = withFullRate(this.throttle, perSecond, this.clock.nowMs());
			this.pump();
		} catch {
			this.learnsFromMs = nowMs + UNANSWERED_MS;
		}
	}

	/** Undefined where the person has got another message while this one was waiting, and its turn is not due any more. */
	private async queue(person: UserIdentity, sinceMs: number, signal: AbortSignal | undefined): Promise<Turn | undefined> {
		signal?.throwIfAborted();
		return await new Promise((resolve, reject) => {
			const stop = () => {
				this.waiting.delete(waiting);
				if (this.waiting.size === 0) this.cancelTimer?.();
				reject(signal?.reason as Error);
			};
			const waiting: Waiting = {
				take: (nowMs) => {
					signal?.removeEventListener('abort', stop);
					resolve(this.people.dueAtMs(person, nowMs) > nowMs ? undefined : this.use(person, nowMs, sinceMs));
				},
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.waiting.add(waiting);
			this.pump();
		});
	}

	/** Gives turns to those who wait as long as some are due, and comes back when the next one is. */
	private pump(): void {
		this.cancelTimer?.();
		for (const waiting of this.waiting) {
			const nowMs = this.clock.nowMs();
			const waitMs = Math.max(dueAtMs(this.restedAtMs, this.spacing(nowMs)), this.pausedUntilMs) - nowMs;
			if (waitMs > 0) {
				this.cancelTimer = this.clock.runIn(waitMs, () => this.pump());
				return;
			}
			this.waiting.delete(waiting);
			waiting.take(nowMs);
		}
	}

	private use(person: UserIdentity, nowMs: number, sinceMs: number): Turn {
		const spacing = this.spacing(nowMs);
		this.restedAtMs = afterOne(this.restedAtMs, spacing, nowMs);
		this.people.take(person, nowMs);
		const giveBack = () => {
			if (this.restedAtMs !== undefined) this.restedAtMs -= spacing.intervalMs;
			this.people.giveBack(person, this.clock.nowMs());
			this.pump();
		};
		return { atMs: nowMs, waitedMs: nowMs - sinceMs, giveBack };
	}

	private spacing(nowMs: number): Spacing {
		const intervalMs = 1000 / perSecondAt(this.throttle, nowMs);
		return { intervalMs, burst: 1 + BURST_MS / intervalMs };
	}
}

import { PER_PERSON } from '../../domain/pacing/messageLimits';
import { afterOne, dueAtMs, joinSpacings, type RestedAtMs, type Spacing } from '../../domain/pacing/spacing';
import type { UserIdentity } from '../../domain/Session';

/** Half a second short of what Meta allows: messages arrive less evenly than they leave. */
const KEPT: Spacing = { ...PER_PERSON, burst: PER_PERSON.burst - 500 / PER_PERSON.intervalMs };
const TIDIED_EVERY_MS = 60_000;

/** What one person has got, whatever the person is called. */
interface PersonPace {
	restedAtMs: RestedAtMs;
	/** Nothing before this instant, because Meta said so. */
	pausedUntilMs: number;
}

/** The people whom one business number has written to of late, each under every name that is known of them. */
export class PersonPaces {
	private readonly paces = new Map<string, PersonPace>();
	private tidiedAtMs = 0;

	/** When the next message to a person is due; may lie in the past. */
	dueAtMs(person: UserIdentity, nowMs: number): number {
		const pace = this.find(person, nowMs);
		if (!pace) return -Infinity;
		return Math.max(dueAtMs(pace.restedAtMs, KEPT), pace.pausedUntilMs);
	}

	/** Notes that one goes out now. */
	take(person: UserIdentity, nowMs: number): void {
		const pace = this.open(person, nowMs);
		pace.restedAtMs = afterOne(pace.restedAtMs, KEPT, nowMs);
		this.tidy(nowMs);
	}

	/** Takes back what {@link take} has noted: nothing went out. */
	giveBack(person: UserIdentity, nowMs: number): void {
		const pace = this.find(person, nowMs);
		if (pace?.restedAtMs !== undefined) pace.restedAtMs -= KEPT.intervalMs;
	}

	/** Lets nothing go to a person for a while. */
	pause(person: UserIdentity, ms: number, nowMs: number): void {
		const pace = this.open(person, nowMs);
		pace.pausedUntilMs = Math.max(pace.pausedUntilMs, nowMs + ms);
	}

	/** How many names are remembered. */
	get size(): number {
		return this.paces.size;
	}

	private open(person: UserIdentity, nowMs: number): PersonPace {
		const pace = this.find(person, nowMs) ?? { restedAtMs: undefined, pausedUntilMs: -Infinity };
		for (const name of namesOf(person)) this.paces.set(name, pace);
		return pace;
	}

	/** Two records that turn out to be of one person become one. */
	private find(person: UserIdentity, nowMs: number): PersonPace | undefined {
		const [one, other] = namesOf(person).map((name) => this.paces.get(name));
		if (!one || !other || one === other) return one ?? other;
		one.restedAtMs = joinSpacings(one.restedAtMs, other.restedAtMs, nowMs);
		one.pausedUntilMs = Math.max(one.pausedUntilMs, other.pausedUntilMs);
		for (const [name, pace] of this.paces) if (pace === other) this.paces.set(name, one);
		return one;
	}

	/** Forgets whoever has rested, so that a campaign leaves nothing behind. */
	private tidy(nowMs: number): void {
		if (nowMs - this.tidiedAtMs < TIDIED_EVERY_MS) return;
		this.tidiedAtMs = nowMs;
		for (const [name, { restedAtMs = 0, pausedUntilMs }] of this.paces) {
			if (Math.max(restedAtMs, pausedUntilMs) <= nowMs) this.paces.delete(name);
		}
	}
}

function namesOf({ bsuid, waId }: UserIdentity): string[] {
	return [bsuid, waId].filter((name) => name !== undefined);
}

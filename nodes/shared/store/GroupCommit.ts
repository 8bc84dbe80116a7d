import { setImmediate as turnOfLoop } from 'node:timers/promises';

/** Work that waits for its transaction, and whoever waits for its result. */
interface Waiting<Work, Result> {
	work: Work;
	settle: { resolve: (result: Result) => void; reject: (error: unknown) => void };
}

/** How pieces of work share a transaction. */
export interface GroupCommitOptions<Work, Result> {
	/** Does all of it in one transaction, and gives the results in the same order. */
	commit(group: Work[]): Promise<Result[]>;
	/** Begins a group. @returns says of one piece of work after the other whether it may be done with those before it; the first always may */
	openGroup(): (next: Work) => boolean;
	/** Says whether an error may be the fault of a single piece of work, so that the others could be done without it. */
	mayBeOfOne(error: unknown): boolean;
}

/**
 * Lets work that arrives together share one transaction, in the order of its arrival.
 *
 * No timer waits for company. Work begins as soon as the process has heard what has arrived by then, which takes no time where nothing
 * has; what arrives while it is done is done together when that has ended. Left to the next statement alone, a database that answers at
 * once, as SQLite does, would never see two.
 * Each result is given only after the transaction that holds it was committed.
 *
 * Where a transaction of several fails by the fault of one, each is done by itself in its turn, so that no other fails
 * with it.
 */
export class GroupCommit<Work, Result> {
	private waiting: Array<Waiting<Work, Result>> = [];
	private isAtWork = false;

	constructor(private readonly options: GroupCommitOptions<Work, Result>) {}

	/** Does a piece of work. @throws what it failed with */
	run(work: Work): Promise<Result> {
		const { promise, ...settle } = Promise.withResolvers<Result>();
		this.waiting.push({ work, settle });
		if (!this.isAtWork) void this.workOff();
		return promise;
	}

	private async workOff(): Promise<void> {
		this.isAtWork = true;
		while (this.waiting.length > 0) {
			await turnOfLoop();
			const group = this.takeGroup();
			if (group.length > 0) await this.commitGroup(group);
		}
		this.isAtWork = false;
	}

	/** What cannot be looked at ends the group before it, and fails by itself: nothing behind it would ever be done otherwise. */
	private takeGroup(): Array<Waiting<Work, Result>> {
		const takes = this.options.openGroup();
		let size = 0;
		try {
			while (size < this.waiting.length && (takes(this.waiting[size]!.work) || size === 0)) size++;
		} catch (error) {
			if (size === 0) this.waiting.shift()?.settle.reject(error);
		}
		return this.waiting.splice(0, size);
	}

	private async commitGroup(group: Array<Waiting<Work, Result>>): Promise<void> {
		try {
			const results = await this.options.commit(group.map(({ work }) => work));
			group.forEach(({ settle }, index) => settle.resolve(results[index] as Result));
		} catch (error) {
			if (group.length > 1 && this.options.mayBeOfOne(error)) for (const each of group) await this.commitGroup([each]);
			else for (const { settle } of group) settle.reject(error);
		}
	}
}

import type { Random } from '../crash/createRandom.ts';
import { numberOf } from './createPeople.ts';
import type { Happening, Identity, Moment, Names, Question } from './Happening.ts';
import { Reports } from './Reports.ts';
import { writeRecipient } from './writeRecipient.ts';

const SECOND_MS = 1_000;

/** Somebody who talks to one of the business numbers, and when the scene begins. */
export interface Cast {
	business: number;
	who: Identity;
	/** Epoch milliseconds, whole seconds. */
	atMs: number;
}

/** What a question leaves to its fault. */
export type Asked = Partial<Pick<Question, 'askedAtMs' | 'isMedia' | 'by'>> & { isSpelt?: boolean };

/** A timeline in the making. */
export class Plan {
	readonly moments: Moment[] = [];
	readonly reports = new Reports();
	readonly random: Random;
	/** Happenings that arrive, repetitions included. */
	events = 0;

	constructor(random: Random) {
		this.random = random;
	}

	/** The names that a report shows of somebody: of whom WhatsApp has both, now and then one. */
	names(who: Identity): Names {
		const number = numberOf(who, this.random);
		const { userId } = who;
		if (number === undefined || userId === undefined) return { ...(number !== undefined && { number }), ...(userId !== undefined && { userId }) };
		const dice = this.random(10);
		return dice === 0 ? { userId } : dice === 1 ? { number } : { number, userId };
	}

	/** An ordinary text; gives when it was written. */
	write({ business, who }: Cast, atMs: number, arrivesAtMs = atMs + this.delayMs()): Happening {
		const happening = this.reports.message('text', business, who, this.names(who), atMs, 'opens');
		this.arrive([happening], arrivesAtMs);
		return happening;
	}

	/** Lets happenings arrive in one webhook. */
	arrive(happenings: Happening[], atMs: number): void {
		this.events += happenings.length;
		this.moments.push({ kind: 'arrival', atMs, happenings });
	}

	/** Puts a question: may this person be written to at this instant? */
	ask(fault: string, { business, who }: Omit<Cast, 'atMs'>, sendAtMs: number, asked: Asked = {}): void {
		const wanted = asked.by ?? (this.random(4) === 0 ? 'userId' : 'number');
		const by = who.number === undefined ? 'userId' : who.userId === undefined ? 'number' : wanted;
		const recipient = writeRecipient(who, by, this.random, asked.isSpelt !== true);
		const { askedAtMs = sendAtMs, isMedia = false } = asked;
		const question = { fault, business, who, by, recipient, sendAtMs, askedAtMs, isMedia };
		this.moments.push({ kind: 'question', atMs: sendAtMs, question });
		if (askedAtMs < sendAtMs) this.moments.push({ kind: 'earlyCheck', atMs: askedAtMs, question });
	}

	/** A second or so, as webhooks take. */
	delayMs(): number {
		return SECOND_MS / 2 + this.random(4 * SECOND_MS);
	}
}

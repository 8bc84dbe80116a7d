import type { Question } from './Happening.ts';
import type { WindowKeeper } from './WindowKeeper.ts';

const WINDOW_HOURS = 24;
const HOUR_MS = 3_600_000;

interface MetaWebhook {
	entry: Array<{ changes: Array<{ value: { messages?: Array<{ from?: string }> } }> }>;
}

/**
 * What tutorials build: the trigger writes a row with the sender and the time of now, and before a text an If compares the row with 24
 * hours. It reads the first message of a webhook and compares numbers by their digits; pictures and lists go out by another branch, unasked.
 */
export class NaiveKeeper implements WindowKeeper {
	private readonly rows = new Map<string, number>();
	private readonly early = new Map<Question, boolean>();

	async receive(webhook: object, atMs: number): Promise<void> {
		const from = (webhook as MetaWebhook).entry[0]?.changes[0]?.value.messages?.[0]?.from;
		if (from !== undefined) this.rows.set(from, atMs);
	}

	async ask(questions: Question[]): Promise<boolean[]> {
		return questions.map((question) => this.early.get(question) ?? this.answer(question, question.sendAtMs));
	}

	askEarly(question: Question): void {
		this.early.set(question, this.answer(question, question.askedAtMs));
	}

	private answer({ recipient, isMedia }: Question, atMs: number): boolean {
		if (isMedia) return true;
		const lastMessageAtMs = this.rows.get(String(recipient).replace(/\D/g, ''));
		return lastMessageAtMs !== undefined && (atMs - lastMessageAtMs) / HOUR_MS <= WINDOW_HOURS;
	}
}

import type { Question } from './Happening.ts';
import { phoneNumberIdOf } from './toWebhook.ts';
import type { WindowKeeper } from './WindowKeeper.ts';

const WINDOW_MS = 86_400_000;

interface MetaMessage {
	from?: string;
	from_user_id?: string;
	timestamp?: string;
	type?: string;
}

interface MetaStatus {
	status?: string;
	recipient_id?: string;
	errors?: Array<{ code: number }>;
}

interface MetaWebhook {
	entry: Array<{ changes: Array<{ field: string; value: { metadata?: { phone_number_id: string }; messages?: MetaMessage[]; statuses?: MetaStatus[] } }> }>;
}

const NO_MESSAGES = new Set(['reaction', 'system', 'unsupported']);

/**
 * As good as a careful builder gets with a Code node and a table: every message of a webhook, by its own time, the newest wins, one row
 * for each business number and name, no reactions and notices, less than 24 hours to the millisecond, closed after 131047. It asks
 * once, as all branches do.
 */
export class CarefulKeeper implements WindowKeeper {
	private readonly rows = new Map<string, number>();
	private readonly early = new Map<Question, boolean>();

	async receive(webhook: object): Promise<void> {
		for (const { field, value } of (webhook as MetaWebhook).entry.flatMap(({ changes }) => changes)) {
			if (field !== 'messages') continue;
			const phoneNumberId = value.metadata?.phone_number_id ?? '';
			for (const message of value.messages ?? []) this.take(phoneNumberId, message);
			for (const status of value.statuses ?? []) this.close(phoneNumberId, status);
		}
	}

	async ask(questions: Question[]): Promise<boolean[]> {
		return questions.map((question) => this.early.get(question) ?? this.answer(question, question.sendAtMs));
	}

	askEarly(question: Question): void {
		this.early.set(question, this.answer(question, question.askedAtMs));
	}

	private take(phoneNumberId: string, { from, from_user_id, timestamp, type = '' }: MetaMessage): void {
		const atMs = Number(timestamp) * 1000;
		if (NO_MESSAGES.has(type) || Number.isNaN(atMs)) return;
		for (const name of [from, from_user_id]) {
			if (name === undefined) continue;
			const key = `${phoneNumberId} ${name}`;
			this.rows.set(key, Math.max(this.rows.get(key) ?? 0, atMs));
		}
	}

	private close(phoneNumberId: string, { status, recipient_id, errors = [] }: MetaStatus): void {
		if (status === 'failed' && errors.some(({ code }) => code === 131047)) this.rows.set(`${phoneNumberId} ${recipient_id}`, 0);
	}

	private answer({ business, recipient, by }: Question, atMs: number): boolean {
		const name = by === 'userId' ? recipient : String(recipient).normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
		const lastInboundAtMs = this.rows.get(`${phoneNumberIdOf(business)} ${name}`);
		return lastInboundAtMs !== undefined && atMs < lastInboundAtMs + WINDOW_MS;
	}
}

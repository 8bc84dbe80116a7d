import type { Question } from './Happening.ts';

/** Keeps a record of windows from webhooks, and answers from it. */
export interface WindowKeeper {
	/** Takes a webhook. @param atMs - when it arrives; epoch milliseconds */
	receive(webhook: object, atMs: number): Promise<void>;
	/** Says for each question whether a free-form message may go out; true for open. */
	ask(questions: Question[]): Promise<boolean[]>;
	/** Those who ask once and send later ask now. */
	askEarly?(question: Question): void;
	/** The process ends and starts again. */
	restart?(): Promise<void>;
}

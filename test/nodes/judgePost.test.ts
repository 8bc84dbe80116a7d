import type { Socket } from 'node:net';

import { judgePost } from '../../nodes/WhatsAppSessionTrigger/answers/judgePost';
import type { PostedAnswer } from '../../nodes/WhatsAppSessionTrigger/answers/postAnswer';
import { toAnswerJson } from '../../nodes/WhatsAppSessionTrigger/answers/toAnswerJson';
import { toLocalAddress } from '../../nodes/WhatsAppSessionTrigger/answers/toLocalAddress';
import type { AnswerClaim } from '../../nodes/shared/store/AnswerWaits';

const NOON_MS = Date.UTC(2026, 10, 22, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const claimOf = (isRepeated: boolean, more: Partial<AnswerClaim> = {}): AnswerClaim => ({
	eventId: 'a',
	isRepeated,
	tries: 1,
	triedSinceMs: NOON_MS,
	...more,
	wait: {
		waitId: 'w',
		phoneNumberId: '1',
		user: { waId: '1555' },
		questionIds: ['q'],
		resumeUrl: 'https://n8n.example/webhook-waiting/7/answer?signature=s',
		instanceId: 'i',
		executionId: '7',
		askedAtMs: NOON_MS - HOUR_MS,
		waitsSinceMs: NOON_MS,
		givesUpAtMs: NOON_MS + HOUR_MS,
		takesGestures: false,
	},
});
const RUNNING = 'The execution "7" is running already.';
const FAILED = 'The execution "7" has finished with error.';
const RESUMING = 'Execution is already being resumed by another process';

describe('what n8n says to an answer', () => {
	test.each<[what: string, status: number | undefined, text: string, afterMs: number, first: string, repeated: string]>([
		['it has not been put to wait yet', 409, RUNNING, MINUTE_MS - 1, 'free', 'unknown'],
		['it has been running for a minute', 409, RUNNING, MINUTE_MS, 'gone', 'continued'],
		['it was stopped just now', 409, FAILED, 1_000, 'gone', 'continued'],
		['it waits for another answer', 409, 'The execution does not wait for this answer.', 1_000, 'gone', 'continued'],
		['it went on when its time was over', 409, RUNNING, HOUR_MS, 'gone', 'gone'],
		['it was deleted', 404, 'The execution "7" does not exist.', 1_000, 'gone', 'continued'],
		['its data is not there yet', 404, 'Could not find node to process webhook.', MINUTE_MS - 1, 'free', 'unknown'],
		['it waits at another node', 404, 'does not contain a waiting webhook', MINUTE_MS, 'gone', 'continued'],
		['it is that of another n8n', 401, '', 1_000, 'gone', 'gone'],
		['something else continues it', 500, RESUMING, 1_000, 'gone', 'continued'],
		['n8n has trouble', 500, 'SQLITE_BUSY', 1_000, 'unknown', 'unknown'],
		['a proxy found no n8n', 502, '', 1_000, 'unknown', 'unknown'],
		['a proxy wants a sign-in', 302, '', 1_000, 'free', 'unknown'],
		['a proxy lets nobody in', 403, '<html>', 1_000, 'free', 'unknown'],
		['a proxy shows a page of its own', 200, '<html>', 1_000, 'unknown', 'unknown'],
		['nothing', undefined, '', 1_000, 'unknown', 'unknown'],
	])('%s: tells what became of the wait', (_, status, text, afterMs, first, repeated) => {
		const atMs = NOON_MS + afterMs;
		expect(judgePost({ status, text }, claimOf(false), atMs)).toMatchObject({ outcome: first, isGivenUp: false });
		expect(judgePost({ status, text }, claimOf(true), atMs)).toMatchObject({ outcome: repeated, isGivenUp: false });
	});

	test('is that it goes on only where the waiting node says so of this wait', () => {
		const judge = (status: number, continued: string) => judgePost({ status, text: '', continued }, claimOf(false), NOON_MS).outcome;
		expect(judge(200, 'w')).toBe('continued');
		expect(judge(200, 'another')).toBe('unknown');
		expect(judge(500, 'w')).toBe('unknown');
	});

	test.each([
		['ECONNREFUSED', 'free'],
		['ENOTFOUND', 'free'],
		['ECONNRESET', 'unknown'],
		['ABORT_ERR', 'unknown'],
	])('is nothing where the connection failed with %s, and it may have heard the answer or not', (errorCode, outcome) => {
		expect(judgePost({ errorCode }, claimOf(false), NOON_MS).outcome).toBe(outcome);
	});
});

describe('an execution that cannot be reached', () => {
	const UNREACHED: Array<[what: string, posted: PostedAnswer]> = [
		['no answer', {}],
		['a refused connection', { errorCode: 'ECONNREFUSED' }],
		['a fault of n8n', { status: 500, text: 'SQLITE_BUSY' }],
		['a redirection', { status: 302 }],
		['a closed door', { status: 403 }],
		['a page of a proxy', { status: 200, text: '<html>' }],
	];

	describe.each(UNREACHED)('because of %s', (_, posted) => {
		test.each<[what: string, more: Partial<AnswerClaim>, afterMs: number, isGivenUp: boolean]>([
			['is tried five times', { tries: 4 }, 1_000, false],
			['and no more', { tries: 5 }, 1_000, true],
			['is tried for five minutes', { tries: 2 }, 5 * MINUTE_MS - 1, false],
			['and no longer', { tries: 2 }, 5 * MINUTE_MS, true],
			['is waited for until its time is over', { triedSinceMs: NOON_MS + HOUR_MS - 2 }, HOUR_MS - 1, false],
			['and not a moment more', { triedSinceMs: NOON_MS + HOUR_MS - 2 }, HOUR_MS, true],
		])('%s', (_what, more, afterMs, isGivenUp) => {
			for (const isRepeated of [false, true]) {
				const verdict = judgePost(posted, claimOf(isRepeated, more), NOON_MS + afterMs);
				expect([verdict.isGivenUp, verdict.outcome === 'gone']).toEqual([isGivenUp, isGivenUp]);
			}
		});
	});

	test('is not given up while it is about to wait', () => {
		const claim = claimOf(false, { tries: 50, triedSinceMs: NOON_MS - HOUR_MS });
		expect(judgePost({ status: 409, text: RUNNING }, claim, NOON_MS + 1_000)).toEqual({ outcome: 'free', isSettling: true, isGivenUp: false });
	});
});

describe('the address of an execution within n8n', () => {
	const socket = { localAddress: '10.0.0.7', localPort: 5678 } as Socket;

	test.each([
		['https://n8n.example/webhook-waiting/7/answer?signature=s', '/webhook-waiting/7/answer?signature=s'],
		['https://example.org/automation/n8n/webhook-waiting/7/answer?signature=s', '/webhook-waiting/7/answer?signature=s'],
		['http://localhost:5678/hooks/7/answer', '/hooks/7/answer'],
	])('of %s is where the webhook came in', (resumeUrl, path) => {
		expect(toLocalAddress(socket, resumeUrl)).toEqual({ host: '10.0.0.7', port: 5678, path });
	});

	test('is none where n8n encrypts by itself, or the connection is gone', () => {
		expect(toLocalAddress({ ...socket, encrypted: true } as unknown as Socket, 'https://n8n.example/w/7/answer')).toBeUndefined();
		expect(toLocalAddress({} as Socket, 'https://n8n.example/w/7/answer')).toBeUndefined();
	});
});

describe('the answer in the item', () => {
	const item = { event: 'message', message: { id: 'wamid.1' } };

	test.each<[what: string, raw: Record<string, unknown>, choice: unknown]>([
		['a button', { interactive: { button_reply: { id: 'y', title: 'Yes' } } }, { id: 'y', title: 'Yes' }],
		['a row', { interactive: { list_reply: { id: 'mon', title: 'Monday', description: 'Early' } } }, { id: 'mon', title: 'Monday' }],
		['a quick reply of a template', { button: { payload: 'y', text: 'Yes' } }, { id: 'y', title: 'Yes' }],
		['a text', { text: { body: 'Yes' } }, null],
		['a Flow', { interactive: { nfm_reply: { response_json: '{}' } } }, null],
	])('names what was chosen: %s', (_, raw, choice) => {
		expect(toAnswerJson([{ text: 'Yes', raw }], item)).toEqual({ text: 'Yes', choice, ...item });
	});

	test('names what was chosen with the last of several messages, also one that came before the newest', () => {
		const tap = { interactive: { button_reply: { id: 'y', title: 'Yes' } } };
		expect(toAnswerJson([{ text: 'Well', raw: {} }, { text: 'Yes', raw: tap }, { text: 'please', raw: {} }], {})).toEqual({ text: 'please', choice: { id: 'y', title: 'Yes' } });
	});

	test('has no text where there is none', () => {
		expect(toAnswerJson([{ text: undefined, raw: {} }], item)).toMatchObject({ text: null, choice: null });
	});
});

import type { Socket } from 'node:net';

import { judgePost } from '../../nodes/WhatsAppSessionTrigger/answers/judgePost';
import { toAnswerJson } from '../../nodes/WhatsAppSessionTrigger/answers/toAnswerJson';
import { toLocalAddress } from '../../nodes/WhatsAppSessionTrigger/answers/toLocalAddress';
import type { AnswerClaim } from '../../nodes/shared/store/AnswerWaits';

const NOON_MS = Date.UTC(2026, 10, 22, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const claimOf = (isRepeated: boolean): AnswerClaim => ({
	eventId: 'a',
	isRepeated,
	wait: {
		phoneNumberId: '1',
		user: { waId: '1555' },
		questionId: 'q',
		resumeUrl: 'https://n8n.example/webhook-waiting/7/answer?signature=s',
		instanceId: 'i',
		executionId: '7',
		askedAtMs: NOON_MS,
		givesUpAtMs: NOON_MS + HOUR_MS,
	},
});
const RUNNING = 'The execution "7" is running already.';
const FAILED = 'The execution "7" has finished with error.';
const RESUMING = 'Execution is already being resumed by another process';

describe('what n8n says to an answer', () => {
	test.each<[what: string, status: number | undefined, text: string, afterMs: number, first: string, repeated: string]>([
		['it goes on', 200, '', 0, 'continued', 'continued'],
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
		['n8n has trouble', 500, 'SQLITE_BUSY', HOUR_MS, 'unknown', 'unknown'],
		['a proxy found no n8n', 502, '', 1_000, 'unknown', 'unknown'],
		['nothing', undefined, '', 1_000, 'unknown', 'unknown'],
	])('%s: tells what became of the wait', (_, status, text, afterMs, first, repeated) => {
		const atMs = NOON_MS + afterMs;
		expect(judgePost({ status, text }, claimOf(false), atMs)).toBe(first);
		expect(judgePost({ status, text }, claimOf(true), atMs)).toBe(repeated);
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
		expect(toAnswerJson({ text: 'Yes', raw }, item)).toEqual({ text: 'Yes', choice, ...item });
	});

	test('has no text where there is none', () => {
		expect(toAnswerJson({ text: undefined, raw: {} }, item)).toMatchObject({ text: null, choice: null });
	});
});

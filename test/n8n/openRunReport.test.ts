import { describeRun, openRunReport, type RunReport } from '../../nodes/shared/n8n/items/openRunReport';

const LOGGED = { sentAs: 'freeForm', id: 'wamid.1', alreadySent: false };

let nowMs: number;
let infos: Array<[message: string, details: Record<string, unknown>]>;
let hints: unknown[];
let report: RunReport;

beforeEach(() => {
	jest.useFakeTimers();
	nowMs = 0;
	infos = [];
	hints = [];
});
afterEach(() => jest.useRealTimers());

function open(total: number): RunReport {
	const context = {
		logger: { info: (message: string, details: Record<string, unknown>) => void infos.push([message, details]) },
		getNode: () => ({ name: 'Send Template' }),
		getWorkflow: () => ({ id: 'w1' }),
		getExecutionId: () => '7',
		addExecutionHints: (...all: unknown[]) => void hints.push(...all),
	};
	return (report = openRunReport(context as never, total, () => nowMs));
}

const pass = (ms: number) => {
	nowMs += ms;
	jest.advanceTimersByTime(ms);
};
const sent = (message: object, template?: object) => ({ output: 0 as const, json: { message, template } as never });
const held = (reason: string) => ({ output: 1 as const, json: { notSent: { reason }, message: { alreadySent: true } } });

describe('the report of a run', () => {
	it('counts by what a message costs, why it was not sent, what had gone out before and what failed', () => {
		open(12);
		for (const item of [sent(LOGGED), sent({ ...LOGGED, sentAs: 'template' }, { priceCategory: 'marketing' }), sent({ ...LOGGED, alreadySent: true }), held('optedOut'), held('optedOut'), held('windowClosed'), undefined]) {
			report.note(item);
		}
		pass(2_500);
		report.end({ isDone: true });
		expect(hints).toEqual([
			{
				location: 'outputPane',
				type: 'info',
				message: '2 of 12 messages sent in 2.5 s: 1 free-form, 1 marketing. 1 had been sent before. Not sent: 2 optedOut, 1 windowClosed. Failed: 1.',
			},
		]);
	});

	it('logs every ten seconds how far it is, and not after the end', () => {
		open(1000);
		pass(9_999);
		expect(infos).toEqual([]);
		for (let index = 0; index < 200; index++) report.note(sent({ ...LOGGED, recipient: '+12025550143', text: 'secret' }));
		pass(1);
		expect(infos).toEqual([
			['WhatsApp Session: 200 of 1,000 items done', expect.objectContaining({ workflowId: 'w1', executionId: '7', nodeName: 'Send Template', done: 200, total: 1000, seconds: 10, sentPerSecond: 20 })],
		]);
		expect(JSON.stringify(infos)).not.toMatch(/2025550143|secret|wamid/);
		pass(10_000);
		report.end({ isDone: false });
		pass(60_000);
		expect(infos).toHaveLength(2);
		expect(hints).toEqual([]);
	});

	it.each([
		[9, 9_999, 0],
		[10, 0, 1],
		[1, 10_000, 1],
	])('of %i items in %i ms gives %i hints', (total, ms, expected) => {
		open(total);
		pass(ms);
		report.end({ isDone: true });
		expect(hints).toHaveLength(expected);
	});

	it('says of a run that sent nothing only that', () => {
		expect(describeRun({ sent: {}, alreadySent: 0, notSent: {}, failed: 0 }, 20_000, 0.04)).toBe('0 of 20,000 messages sent in 0.0 s.');
	});
});

import { openClosingNotice } from '../../../nodes/shared/n8n/items/openClosingNotice';
import { setDate } from '../../support/setDate';

const NOW_MS = Date.UTC(2026, 10, 27, 12);
const MINUTE_MS = 60_000;

let hints: Array<{ message: string; location?: string }>;

beforeEach(() => {
	hints = [];
	setDate(NOW_MS);
});
afterEach(() => jest.useRealTimers());

/** What is said of windows that close in so many minutes; undefined for one that is not known. */
function say(...minutes: Array<number | undefined>): string[] {
	const notice = openClosingNotice({ addExecutionHints: (...added) => void hints.push(...added) });
	for (const left of minutes) notice.note({ closesAt: left === undefined ? null : new Date(NOW_MS + left * MINUTE_MS).toISOString() });
	notice.end();
	return hints.map(({ message }) => message);
}

describe('the notice of windows that are about to close', () => {
	it.each([
		['nothing of a window that is open for half an hour and more', [30, 600], []],
		['nothing of a window that has closed, or that nobody knows', [0, -5, undefined], []],
		['when the only one closes', [12.5, 40], ['The window closes in 12 minutes. After that only a template can be sent until the person writes.']],
		['one minute', [1.9], ['The window closes in 1 minute. After that only a template can be sent until the person writes.']],
		['the last minute', [0.5], ['The window closes in less than a minute. After that only a template can be sent until the person writes.']],
		['how many there are, and when the first closes', [29, 7, 29.9, 31], ['3 windows close within half an hour, the first in 7 minutes. After that only a template can be sent until the person writes.']],
	])('says %s', (_, minutes, words) => {
		expect(say(...minutes)).toEqual(words);
	});

	it('takes what is no session for one that is not known', () => {
		const notice = openClosingNotice({ addExecutionHints: (...added) => void hints.push(...added) });
		for (const session of [undefined, null, 'soon', { closesAt: 'soon' }, { closesAt: NOW_MS + MINUTE_MS }]) notice.note(session);
		notice.end();
		expect(hints).toEqual([]);
	});
});

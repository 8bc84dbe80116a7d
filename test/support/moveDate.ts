const REAL_TIMERS = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

/** Moves the clock of the code under test, timers untouched; `jest.useRealTimers()` brings it back. */
export function moveDate(byMs: number): void {
	const now = Date.now() + byMs;
	jest.useFakeTimers({ now, doNotFake: [...REAL_TIMERS] });
}

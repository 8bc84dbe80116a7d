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

/** Stops the clock of the code under test at an instant, timers untouched; `jest.useRealTimers()` lets it run again. */
export function setDate(atMs: number): void {
	jest.useFakeTimers({ now: atMs, doNotFake: [...REAL_TIMERS] });
}

import { parseProcessorMs, readProcessorMs } from '../../scripts/bench/load/readProcessorMs';

describe('The processor time of a process', () => {
	it('is its own and that of the kernel for it, whatever the program is called', () => {
		const rest = 'S 1 42 42 0 -1 4194560 9 0 0 0 120 34 5 6 20 0 1 0 99 1000 10';
		expect(parseProcessorMs(`42 (node) ${rest}`)).toBe(1_540);
		expect(parseProcessorMs(`42 (a (b) c) ${rest}`)).toBe(1_540);
	});

	it('grows with what the process does', () => {
		if (process.platform !== 'linux') return expect(readProcessorMs(process.pid)).toBeUndefined();
		const before = readProcessorMs(process.pid) ?? NaN;
		// As long as it takes: the clock of the processor goes in steps of ten milliseconds.
		while ((readProcessorMs(process.pid) ?? NaN) < before + 30);
		expect(readProcessorMs(process.pid)).toBeGreaterThanOrEqual(before + 30);
	});
});

/** What a benchmark is given to work with. */
export interface BenchStage {
	/** An empty folder of its own, removed at the end. */
	folder: string;
	/** What stands behind the name of the benchmark on the command line. */
	options: string[];
	/** Aborted when somebody pressed Ctrl-C. */
	signal: AbortSignal;
	/** Registers what has to be ended, however the benchmark ends; the last one registered goes first. */
	atEnd(end: () => Promise<void>): void;
	/** Tells what is being done. */
	say(line: string): void;
}

/** One benchmark. */
export interface Bench {
	/** What it measures, in a few words. */
	summary: string;
	/** After so many minutes it is given up; 8 by default. */
	timeLimitMinutes?: number;
	/** Measures, prints its tables, and gives the figures that are printed as the last line. */
	run(stage: BenchStage): Promise<Record<string, unknown>>;
}

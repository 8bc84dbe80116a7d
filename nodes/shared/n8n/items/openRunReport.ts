import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

const LOGGED_EVERY_MS = 10_000;
/** A run is worth a word in the editor from so many items or seconds on. */
const LEAST_ITEMS = 10;
const LEAST_SECONDS = 10;

/** What has become of the items of a run so far. */
export interface RunCounts {
	/** Messages that went out now, by what they cost: `free-form`, or the category of the template. */
	sent: Record<string, number>;
	/** Items whose message had gone out in an earlier try. */
	alreadySent: number;
	/** Items that left on the second output, by `notSent.reason`. */
	notSent: Record<string, number>;
	failed: number;
}

/** Where an item has left the node, and the fields that were added to it. */
interface Outcome {
	output: 0 | 1;
	json: IDataObject;
}

/** Tells how a run gets on. */
export interface RunReport {
	/** Notes what became of an item; undefined for one that failed. */
	note(item: Outcome | undefined): void;
	/** Says it in the editor, where it is worth it, unless the node fails; ends the report. */
	end(options: { isDone: boolean }): void;
}

type ReportContext = Pick<IExecuteFunctions, 'logger' | 'getNode' | 'getWorkflow' | 'getExecutionId'> & Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>;

/**
 * Begins the report of a run: a line in n8n's log every ten seconds, and one hint at the end. Both are counts, and name nobody.
 *
 * @param now - milliseconds of any clock that only goes forward
 */
export function openRunReport(context: ReportContext, total: number, now: () => number): RunReport {
	const beganAtMs = now();
	const counts: RunCounts = { sent: {}, alreadySent: 0, notSent: {}, failed: 0 };
	const seconds = () => (now() - beganAtMs) / 1000;
	const timer = setInterval(() => logProgress(context, counts, total, seconds()), LOGGED_EVERY_MS);
	// Nothing keeps a process from ending that has only this left.
	timer.unref();
	return {
		note: (item) => count(counts, item),
		end({ isDone }) {
			clearInterval(timer);
			if (!isDone || (total < LEAST_ITEMS && seconds() < LEAST_SECONDS)) return;
			context.addExecutionHints?.({ message: describeRun(counts, total, seconds()), location: 'outputPane', type: 'info' });
		},
	};
}

/** Says in a sentence or three what became of a run. */
export function describeRun({ sent, alreadySent, notSent, failed }: RunCounts, total: number, seconds: number): string {
	const kinds = list(sent, (kind, messages) => `${number(messages)} ${kind}`);
	const sentence = `${number(sum(sent))} of ${number(total)} messages sent in ${seconds.toFixed(1)} s${kinds && `: ${kinds}`}.`;
	const before = alreadySent === 0 ? '' : `${number(alreadySent)} had been sent before.`;
	const reasons = list(notSent, (reason, items) => `${number(items)} ${reason}`);
	const failures = failed === 0 ? '' : `Failed: ${number(failed)}.`;
	return [sentence, before, reasons && `Not sent: ${reasons}.`, failures].filter((part) => part !== '').join(' ');
}

function logProgress(context: ReportContext, counts: RunCounts, total: number, seconds: number): void {
	const sentCount = sum(counts.sent);
	const done = sentCount + counts.alreadySent + sum(counts.notSent) + counts.failed;
	context.logger.info(`WhatsApp Session: ${number(done)} of ${number(total)} items done`, {
		workflowId: context.getWorkflow().id,
		executionId: context.getExecutionId(),
		nodeName: context.getNode().name,
		done,
		total,
		...counts,
		seconds: Math.round(seconds),
		sentPerSecond: Number((sentCount / Math.max(seconds, 1)).toFixed(1)),
	});
}

function count(counts: RunCounts, item: Outcome | undefined): void {
	if (!item) return void (counts.failed += 1);
	const { message, notSent, template } = item.json as Record<string, IDataObject | undefined>;
	if (item.output === 0 && message?.alreadySent === true) counts.alreadySent += 1;
	else if (item.output === 0) add(counts.sent, kindOf(message, template));
	else add(counts.notSent, String(notSent?.reason ?? 'unknown'));
}

/** What a message costs, in words; one by Direct Send is charged as utility. */
function kindOf(message: IDataObject | undefined, template: IDataObject | undefined): string {
	if (message?.sentAs === 'freeForm') return 'free-form';
	return message?.sentAs === 'directSend' ? 'utility' : String(template?.priceCategory ?? 'template');
}

function add(counts: Record<string, number>, name: string): void {
	counts[name] = (counts[name] ?? 0) + 1;
}

function sum(counts: Record<string, number>): number {
	return Object.values(counts).reduce((total, each) => total + each, 0);
}

function list(counts: Record<string, number>, toText: (name: string, items: number) => string): string {
	const most = Object.entries(counts).toSorted(([, one], [, other]) => other - one);
	return most.map(([name, items]) => toText(name, items)).join(', ');
}

function number(value: number): string {
	return value.toLocaleString('en-US');
}

import { formatTable } from '../formatTable.ts';
import type { CombineFigures } from './measureCombining.ts';
import { COMBINE_WAIT_SECONDS } from './publishTriggers.ts';
import { combineCases } from './triggerCases.ts';

/** Prints what *Combine Messages* costs, on and off side by side. @param figures - by the name of the case */
export function showCombining(figures: Record<string, CombineFigures>): void {
	const milliseconds = (value: number | undefined) => value?.toFixed(2) ?? 'not known';
	const rows = combineCases.flatMap(({ name, label }) => {
		const found = figures[name];
		if (!found) return [];
		const { answeredPerSecond, p50Ms, p99Ms, answeringMs, wholeMs, webhooks, executions } = found;
		const times = [answeredPerSecond.toFixed(1), p50Ms.toFixed(1), p99Ms.toFixed(1), milliseconds(answeringMs), milliseconds(wholeMs)];
		return [[label, ...times, String(webhooks), String(executions)]];
	});
	const head = ['Combine Messages', 'answered/s', 'p50 ms', 'p99 ms', 'processor ms a webhook: answered', 'all done', 'webhooks', 'executions'];
	console.log(`\n  ${COMBINE_WAIT_SECONDS} seconds, every message in exactly one execution, lazy acquire\n\n${formatTable([head, ...rows])}\n`);
}

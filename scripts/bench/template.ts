import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { findN8n } from '../n8n/findN8n.ts';
import type { Bench } from './Bench.ts';
import { fillStore } from './check/fillStore.ts';
import { formatTable } from './formatTable.ts';
import { CUSTOMERS, measureTemplates, type TemplateFigures } from './template/measureTemplates.ts';
import { openMeta } from './template/openMeta.ts';
import { openTemplateN8n } from './template/openTemplateN8n.ts';
import { templateCases, type SenderKind } from './template/templateCases.ts';

type Timings = TemplateFigures['timings'];

const LABELS: Record<SenderKind, string> = {
	template: 'Send Template',
	builtIn: "n8n's WhatsApp Business Cloud 1.1",
};

/** A ratio of the two is no contest: they do not do the same. */
const WHAT_EACH_DOES = [
	'Send Template looks up the window and the consent of each person, checks the values against the template, claims',
	"each send in the store before it and records its outcome after it, so that nothing goes out twice. n8n's node does",
	'none of this. The simulator answers at once, and lets a number send 1,000 messages a second; what either does at the',
	'limits of Meta is shown by the benchmark "send".',
];

const count = (value: number) => value.toLocaleString('en-US');
const round = (value: number, digits: number) => Number(value.toFixed(digits));

function describeMachine(): string {
	const manifest = join(findN8n().folder, 'node_modules', 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return [
		`n8n ${version}, default settings; Node ${process.versions.node}; ${cpus().length} x ${cpus()[0]?.model}`,
		`A template with two variables, every item to another person, ${count(CUSTOMERS)} sessions on record, the simulator as Meta`,
	].join('\n  ');
}

function showTimings(timings: Timings): void {
	const rows = templateCases.flatMap(({ name, kind, items }) => {
		const timing = timings[name];
		if (!timing) return [];
		const { medianMs, minMs, maxMs } = timing;
		const range = `${minMs.toFixed(0)}-${maxMs.toFixed(0)}`;
		return [[LABELS[kind], count(items), medianMs.toFixed(0), range, (medianMs / items).toFixed(2)]];
	});
	const head = ['Node', 'items', 'median ms', 'range ms', 'ms per item'];
	console.log(`\n  The nodes' own times in n8n's execution data\n\n${formatTable([head, ...rows])}`);
}

function toFigures({ timings, listRequests }: TemplateFigures) {
	const medianMs = (name: string) => timings[name]?.medianMs ?? NaN;
	const msPerItem = templateCases.map(({ name, items }) => [name, round(medianMs(name) / items, 3)] as const);
	return {
		ratioToBuiltIn: round(medianMs('template') / medianMs('builtIn'), 3),
		/** Time of an item among 1,000 by that of one among 100. */
		growth: round(medianMs('template') / 1000 / (medianMs('template100') / 100), 3),
		listRequests,
		msPerItem: Object.fromEntries(msPerItem),
	};
}

/** What a template message costs beside n8n's own node. */
export const template: Bench = {
	summary: "WhatsApp Send Template beside n8n's WhatsApp Business Cloud node",
	async run(stage) {
		console.log(`\n  ${describeMachine()}\n`);
		const storePath = join(stage.folder, 'sessions.sqlite');
		await fillStore(storePath, CUSTOMERS, stage.signal);
		const builtInMeta = await openMeta();
		stage.atEnd(() => builtInMeta.close());
		stage.say('Starting n8n');
		const opened = await openTemplateN8n(stage, storePath, builtInMeta.url);
		const measured = await measureTemplates(stage, opened, builtInMeta);
		await opened.stop();
		showTimings(measured.timings);
		const figures = toFigures(measured);
		console.log(`\n  Send Template / n8n's node, 1,000 items: ${figures.ratioToBuiltIn}`);
		console.log(`  An item among 1,000 / an item among 100, Send Template: ${figures.growth}`);
		console.log(`  Requests for the list of templates by 1,000 items: ${figures.listRequests}\n`);
		console.log(`  ${WHAT_EACH_DOES.join('\n  ')}\n`);
		return figures;
	},
};

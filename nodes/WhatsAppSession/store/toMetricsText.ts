import type { StoreHealth } from '../../shared/store/Housekeeping';

type Sample = [labels: string, value: number];

/**
 * Writes the health of a store as Prometheus reads it.
 *
 * @param health - undefined where the store cannot be reached
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/ "Text-based format" (read 2026-11)
 */
export function toMetricsText(health: StoreHealth | undefined): string {
	const one = (value: number | undefined): Sample[] => (value === undefined ? [] : [['', value]]);
	const families: Array<[name: string, help: string, samples: Sample[]]> = [
		['up', 'Whether the session store can be read.', one(health ? 1 : 0)],
		['bytes', 'What the session store takes on the disk.', one(health?.bytes)],
		['free_bytes', 'Of these, what new rows will use.', one(health?.freeBytes)],
		['rows', 'Rows of each table.', (health?.tables ?? []).map(({ name, rows }) => [`{table="${name}"}`, rows])],
		['waiting_answers', 'Executions that wait for an answer.', one(health?.waitingAnswers)],
		['undecided_sends', 'Sends of which nobody knows whether the message went out.', one(health?.undecidedSends)],
		['late_closings', 'Closing windows that no workflow has taken.', one(health?.lateClosings)],
		['pruned_timestamp_seconds', 'When what is over was last removed.', one(health?.prunedAtMs === undefined ? undefined : health.prunedAtMs / 1_000)],
		['pruning_failed', 'Whether removing it failed.', one(health && (health.pruningFailure ? 1 : 0))],
		['schema_version', 'Version of the tables.', one(health?.schemaVersion)],
	];
	return families
		.filter(([, , samples]) => samples.length > 0)
		.map(([name, help, samples]) => {
			const metric = `whatsapp_session_store_${name}`;
			const lines = samples.map(([labels, value]) => `${metric}${labels} ${value}\n`);
			return `# HELP ${metric} ${help}\n# TYPE ${metric} gauge\n${lines.join('')}`;
		})
		.join('');
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ConsentFact, ConsentKind } from '../../shared/domain/Consent';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readConsentKind, toTopic } from '../../shared/domain/readConsentKind';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import type { RegisterRun } from '../register/openRegisterRun';
import { readWhen } from '../register/readWhen';
import { consentSources } from './consentSources';
import { readText } from './readText';
import { recordEntries } from './recordEntries';

/** Enters that the person of every item has opted in. */
export async function optIn(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await recordEntries(context, (run, itemIndex) => readChoice(run, itemIndex, 'optedIn'));
}

/** Enters that the person of every item has opted out. */
export async function optOut(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await recordEntries(context, (run, itemIndex) => readChoice(run, itemIndex, 'optedOut'));
}

function readChoice(run: RegisterRun, itemIndex: number, state: ConsentFact['state']): ConsentFact {
	const { read, now } = run;
	const wording = readText('Wording', read('options.wording', itemIndex, ''));
	return {
		kind: readKind(run, itemIndex),
		state,
		atMs: (isLeftEmpty(read.stored('options.when')) ? now : readWhen(read('options.when', itemIndex), run)).toMillis(),
		source: readSource(read('source', itemIndex, 'form')),
		evidence: readText('Evidence', read('evidence', itemIndex, '')),
		...(wording !== '' && { wording }),
	};
}

/** Reads 'Kind', and 'Topic' where a topic is chosen. */
export function readKind({ read }: Pick<RegisterRun, 'read'>, itemIndex: number): ConsentKind {
	const kind = read('kind', itemIndex, 'marketing');
	return kind === 'topic' ? toTopic('Topic', String(read('topic', itemIndex, '') ?? '')) : readConsentKind('Kind', kind);
}

function readSource(value: unknown): string {
	const known = consentSources.find((source) => source.value === value);
	if (known) return String(known.value);
	const words = consentSources.map((source) => String(source.value)).join(', ');
	throw new InvalidInputError('Source', `'Source' is unknown: ${String(JSON.stringify(value)).slice(0, 40)}`, `Choose one of: ${words}.`);
}

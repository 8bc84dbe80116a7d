import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ConsentFact } from '../../shared/domain/Consent';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readConsentKind } from '../../shared/domain/readConsentKind';
import { readConsentState } from '../../shared/domain/readConsentState';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import type { RegisterRun } from '../register/openRegisterRun';
import { readWhen } from '../register/readWhen';
import { readText } from './readText';
import { recordEntries } from './recordEntries';

/**
 * Enters what another system has on record, one row for each item.
 *
 * The instant has to be given: a row of an old list that counted as of today would take back what the person has said since, and every
 * repetition of the import would add it again.
 */
export async function importConsent(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await recordEntries(context, readImported);
}

function readImported(run: RegisterRun, itemIndex: number): ConsentFact {
	const valueOf = (name: string, field: string) =>
		isLeftEmpty(run.read.stored(name)) ? run.items[itemIndex]?.json[field] : run.read(name, itemIndex);
	const wording = readText('Wording', valueOf('importedWording', 'wording'));
	return {
		kind: readConsentKind('Kind', valueOf('importedKind', 'kind')),
		state: readConsentState('State', valueOf('importedState', 'state')),
		atMs: readWhen(requireWhen(valueOf('importedAt', 'at')), run).toMillis(),
		source: readText('Source', valueOf('importedSource', 'source')) || 'import',
		evidence: readText('Evidence', valueOf('importedEvidence', 'evidence')),
		...(wording !== '' && { wording }),
	};
}

function requireWhen(value: unknown): unknown {
	if (value !== undefined && value !== null && value !== '') return value;
	throw new InvalidInputError(
		'When',
		"'When' is empty, so it cannot be told whether the person has said something else since.",
		'Drag the field that holds the date of the opt-in or opt-out onto it.',
	);
}

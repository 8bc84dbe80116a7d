import type { Renaming } from '../../domain/Renaming';

/** The columns of a renaming, alike in every database. */
export interface RenamingRow {
	business_account_id: string;
	previous_bsuid: string | null;
	previous_wa_id: string | null;
	bsuid: string | null;
	wa_id: string | null;
	at_ms: number;
	evidence: string;
}

/** Writes a renaming into its columns; a name that is missing or empty becomes null. */
export function toRenamingRow({ businessAccountId, previous, current, atMs, evidence }: Renaming): RenamingRow {
	return {
		business_account_id: businessAccountId,
		previous_bsuid: previous.bsuid || null,
		previous_wa_id: previous.waId || null,
		bsuid: current.bsuid || null,
		wa_id: current.waId || null,
		at_ms: atMs,
		evidence,
	};
}

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

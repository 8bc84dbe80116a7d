/**
 * Says of a send whether it is a template, and of which account and category; see `SQLITE_TEMPLATE_SENDS_MIGRATION`.
 *
 * @param schema - the quoted name of the Postgres schema that holds the tables
 */
export function postgresTemplateSendsMigration(schema: string): string {
	return `
		ALTER TABLE ${schema}.sends ADD COLUMN business_account_id text;
		ALTER TABLE ${schema}.sends ADD COLUMN template_category text;
	`;
}

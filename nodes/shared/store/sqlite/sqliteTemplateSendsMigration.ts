/**
 * Says of a send whether it is a template, and of which account and category, so that the templates of a person can be counted. Sends from
 * before it stay without, and do not count. They are found by the person's names, which have an index already.
 */
export const SQLITE_TEMPLATE_SENDS_MIGRATION = `
	ALTER TABLE sends ADD COLUMN business_account_id TEXT;
	ALTER TABLE sends ADD COLUMN template_category TEXT;
`;

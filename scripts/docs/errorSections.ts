import type { ErrorRow } from '../../nodes/shared/cloudApi/errors/ErrorRow.ts';
import type { ErrorSection } from './toErrorTables.ts';

/** The tables of error codes, by the names of their exports. */
export interface ErrorTables {
	ACCOUNT_ERRORS: readonly ErrorRow[];
	FEATURE_ERRORS: readonly ErrorRow[];
	MESSAGE_ERRORS: readonly ErrorRow[];
	TEMPLATE_ERRORS: readonly ErrorRow[];
}

/** Gives the sections of the page of error codes, in their order. */
export function errorSections({ ACCOUNT_ERRORS, FEATURE_ERRORS, MESSAGE_ERRORS, TEMPLATE_ERRORS }: ErrorTables): ErrorSection[] {
	return [
		{ title: 'One message and its person', rows: MESSAGE_ERRORS },
		{ title: 'Templates', rows: TEMPLATE_ERRORS },
		{ title: 'Token, app, account, number and their limits', rows: ACCOUNT_ERRORS },
		{ title: 'Flows, calls, groups and other functions', rows: FEATURE_ERRORS },
	];
}

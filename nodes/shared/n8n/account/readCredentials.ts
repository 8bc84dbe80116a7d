import type { ICredentialDataDecryptedObject, IGetNodeParameterOptions, INode } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { readCountry } from '../../domain/readCountry';
import type { StoreConfig } from '../../store/StoreConfig';
import { mannersOfAccount } from '../parameters/mannersProperty';
import { fieldText } from './fieldText';
import { readN8nDatabase } from './readN8nDatabase';
import { readPostgresFields } from './readPostgresFields';
import { readProvider } from './readProvider';
import type { SessionCredentials } from './SessionCredentials';

/** Type name of the credential that every node of the pack uses. */
export const CREDENTIAL_TYPE = 'whatsAppSessionApi';

/** What a context has to offer for reading the credential; every n8n context does. */
export interface CredentialContext {
	getNode(): INode;
	getCredentials<T extends object = ICredentialDataDecryptedObject>(type: string, itemIndex?: number): Promise<T>;
	getNodeParameter?(name: string, itemIndex: number, fallback?: unknown, options?: IGetNodeParameterOptions): unknown;
}

/**
 * Reads the credential that was picked in the node.
 *
 * @throws {InvalidInputError} when a field that everything needs is empty or malformed
 */
export async function readCredentials(context: CredentialContext): Promise<SessionCredentials> {
	return toSessionCredentials(await context.getCredentials(CREDENTIAL_TYPE));
}

/** Turns the stored fields into what the nodes work with; see {@link readCredentials}. */
export function toSessionCredentials(fields: ICredentialDataDecryptedObject): SessionCredentials {
	const businessAccountId = fieldText(fields.businessAccountId);
	if (businessAccountId === '') {
		throw new InvalidInputError(
			'Business Account ID',
			"The credential has no 'Business Account ID'.",
			'Open the credential and paste the WhatsApp Business Account ID from WhatsApp > API Setup in the Meta console, or from the pages of your provider.',
		);
	}
	return {
		...readProvider(fields),
		businessAccountId,
		numberCountry: readCountry(fieldText(fields.numberCountry)),
		manners: mannersOfAccount(fields),
		store: toStoreConfig(fields),
	};
}

function toStoreConfig(fields: ICredentialDataDecryptedObject): StoreConfig {
	if (fields.sessionStore === 'n8nDatabase') return { kind: 'postgres', url: readN8nDatabase(process.env) };
	if (fields.sessionStore === 'postgresServer') return { kind: 'postgres', url: readPostgresFields(fields) };
	if (fields.sessionStore !== 'postgres') return { kind: 'embedded', path: fieldText(fields.embeddedStorePath) || undefined };
	const url = fieldText(fields.postgresUrl);
	if (url !== '') return { kind: 'postgres', url };
	throw new InvalidInputError(
		'Postgres URL',
		"The credential keeps sessions in Postgres, and its 'Postgres URL' is empty.",
		'Open the credential and enter the address, for example postgres://user:password@db.example.com:5432/n8n.',
	);
}

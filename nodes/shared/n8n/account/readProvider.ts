import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { DEFAULT_GRAPH_API_BASE_URL, DEFAULT_GRAPH_API_VERSION, DIALOG360_BASE_URL } from '../../cloudApi/client/graphApi';
import { graphUrl, type GraphAddress } from '../../cloudApi/client/graphUrl';
import { InvalidInputError } from '../../domain/InvalidInputError';
import { SHORTEST_SECRET } from '../../webhook/verifySecret';
import { fieldText } from './fieldText';
import type { SessionCredentials } from './SessionCredentials';
import { toAccessHeaders } from './toAccessHeaders';

/** The fields that depend on who is between this n8n and WhatsApp. */
export type ProviderFields = Pick<
	SessionCredentials,
	'provider' | 'graph' | 'accessToken' | 'accessHeaders' | 'appId' | 'appSecrets' | 'verifyToken' | 'webhookSecret'
>;

const DIGEST_LENGTH = 16;

/**
 * Reads who is between this n8n and WhatsApp, how requests get in there, and by what its webhooks are known.
 *
 * Fields of another provider are left alone, whatever they hold.
 *
 * @throws {InvalidInputError} naming the field that is malformed
 */
export function readProvider(fields: ICredentialDataDecryptedObject): ProviderFields {
	if (fields.provider === 'dialog360') return readDialog360(fields);
	if (fields.provider === 'other') return readOtherHost(fields);
	return {
		provider: 'meta',
		graph: toAddress({ baseUrl: fieldText(fields.graphApiBaseUrl) || DEFAULT_GRAPH_API_BASE_URL, version: readVersion(fields) }),
		accessToken: fieldText(fields.accessToken),
		accessHeaders: toAccessHeaders(fields),
		appId: fieldText(fields.appId),
		appSecrets: readAppSecrets(fields),
		verifyToken: fieldText(fields.verifyToken),
	};
}

function readDialog360(fields: ICredentialDataDecryptedObject): ProviderFields {
	const accessToken = fieldText(fields.dialog360ApiKey);
	const baseUrl = fieldText(fields.dialog360BaseUrl) || DIALOG360_BASE_URL;
	const keyDigest = createHash('sha256').update(accessToken).digest('hex').slice(0, DIGEST_LENGTH);
	return {
		provider: 'dialog360',
		graph: toAddress({ provider: 'dialog360', baseUrl, version: '', keyDigest }),
		accessToken,
		accessHeaders: toAccessHeaders(fields),
		appId: '',
		appSecrets: [],
		verifyToken: '',
		webhookSecret: readWebhookSecret(fields),
	};
}

function readOtherHost(fields: ICredentialDataDecryptedObject): ProviderFields {
	const accessHeaders = toAccessHeaders(fields);
	return {
		provider: 'other',
		graph: toAddress({ provider: 'other', baseUrl: fieldText(fields.hostBaseUrl), version: readVersion(fields) }),
		accessToken: Object.values(accessHeaders).join(' '),
		accessHeaders,
		appId: '',
		appSecrets: readAppSecrets(fields),
		verifyToken: fieldText(fields.verifyToken),
		...(fields.webhookProof !== 'signature' && { webhookSecret: readWebhookSecret(fields) }),
	};
}

/** Refuses a malformed address here, where the builder still looks at the credential. */
function toAddress(address: GraphAddress): GraphAddress {
	graphUrl(address, '');
	return address;
}

function readVersion(fields: ICredentialDataDecryptedObject): string {
	return fieldText(fields.graphApiVersion) || DEFAULT_GRAPH_API_VERSION;
}

function readAppSecrets(fields: ICredentialDataDecryptedObject): string[] {
	return [fieldText(fields.appSecret), fieldText(fields.previousAppSecret)].filter((secret) => secret !== '');
}

function readWebhookSecret(fields: ICredentialDataDecryptedObject): string {
	const secret = fieldText(fields.webhookSecret);
	if (secret === '') return '';
	if (secret.length < SHORTEST_SECRET) {
		throw new InvalidInputError(
			'Webhook Secret',
			`The credential's 'Webhook Secret' has ${secret.length} characters, so that it could be guessed.`,
			`Enter at least ${SHORTEST_SECRET} of your own choice, for example those that a password manager makes.`,
		);
	}
	if (/^[\x21-\x7e]+$/.test(secret)) return secret;
	throw new InvalidInputError(
		'Webhook Secret',
		"The credential's 'Webhook Secret' holds a space or a character that a header cannot carry.",
		'Use letters without accents, digits and signs.',
	);
}

import type { GraphAddress, Provider } from '../../cloudApi/client/graphUrl';
import type { RecipientHints } from '../../domain/interpretRecipient';
import type { StoreConfig } from '../../store/StoreConfig';
import type { WrittenManners } from '../parameters/mannersProperty';

/** The credential of this pack, read and trimmed. */
export interface SessionCredentials {
	/** Who is between this n8n and WhatsApp; Meta where nobody else is. */
	provider: Provider;
	/** WABA ID. */
	businessAccountId: string;
	/** ID of the Meta app; empty when none is set. */
	appId: string;
	/** For requests that name the token itself, such as asking what it may do; the key of another provider. Never part of an error or a log. */
	accessToken: string;
	/** What every request carries to be let in. Never part of an error or a log. */
	accessHeaders: Record<string, string>;
	/** The app secret, and the previous one while it is being changed; empty when none is set. */
	appSecrets: string[];
	/** Answers the GET challenge; empty when none is set. */
	verifyToken: string;
	/**
	 * What a webhook has to carry instead of Meta's signature, which not every provider passes on; empty when it is missing, undefined where
	 * Meta's signature is the proof.
	 */
	webhookSecret?: string;
	/** Where the Graph API is. */
	graph: GraphAddress;
	/** The country of phone numbers that are written without their code; undefined when none was chosen. */
	numberCountry?: RecipientHints['country'];
	/** The manners of all templates, as they were filled in: read by what sends, so that a mistake in them stops nothing else. */
	manners: WrittenManners;
	store: StoreConfig;
}

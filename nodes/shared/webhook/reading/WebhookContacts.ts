import { canonicalWaId } from '../../domain/canonicalWaId';
import { asBsuid } from './asBsuid';
import { asRecord } from './asRecord';
import { asText } from './asText';
import { asWaId } from './asWaId';
import type { EventUser } from '../parsing/EventOrigin';

/** The IDs that an item of a webhook names itself, as far as they are readable. */
export interface NamedUser {
	/** wa_id as WhatsApp wrote it. */
	waId?: string;
	/** Business-scoped user ID. */
	bsuid?: string;
}

interface Contact extends NamedUser {
	profileName?: string;
	username?: string;
	identityKeyHash?: string;
}

/**
 * The `contacts[]` of one change: who the messages, statuses and calls beside it are about.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export class WebhookContacts {
	private readonly contacts: Contact[] = [];
	private readonly byName = new Map<string, Contact>();

	/** @param value - Meta's `contacts`; anything unreadable in it is passed over */
	constructor(value: unknown) {
		for (const item of Array.isArray(value) ? value : []) {
			const contact = toContact(item);
			if (!contact) continue;
			this.contacts.push(contact);
			for (const name of namesOf(contact)) this.byName.set(name, contact);
		}
	}

	/**
	 * Completes what an item says about its user with what the contacts say.
	 *
	 * The item's own IDs win. The contact is the one with the same BSUID or wa_id, else the only one there is; that one
	 * never lends an ID to an item that names somebody, unless the two are alone with each other.
	 *
	 * @param named - IDs the item names itself
	 * @param isOnlyItem - true when the item is the only one of its list
	 */
	identify(named: NamedUser, isOnlyItem: boolean): EventUser {
		const contact = this.find(named, isOnlyItem);
		const waId = named.waId ?? contact?.waId;
		const bsuid = named.bsuid ?? contact?.bsuid;
		return {
			user: { ...(bsuid && { bsuid }), ...(waId && { waId: canonicalWaId(waId) }) },
			...(waId && { waId }),
			...(contact?.profileName && { profileName: contact.profileName }),
			...(contact?.username && { username: contact.username }),
			...(contact?.identityKeyHash && { identityKeyHash: contact.identityKeyHash }),
		};
	}

	private find(named: NamedUser, isOnlyItem: boolean): Contact | undefined {
		for (const name of namesOf(named)) {
			const contact = this.byName.get(name);
			if (contact) return contact;
		}
		const [only] = this.contacts;
		if (!only || this.contacts.length > 1) return undefined;
		const isSomebodyElse = Boolean((only.waId && named.waId) || (only.bsuid && named.bsuid));
		const namesNobody = !named.waId && !named.bsuid;
		return namesNobody || (isOnlyItem && !isSomebodyElse) ? only : undefined;
	}
}

function toContact(item: unknown): Contact | undefined {
	const contact = asRecord(item);
	if (!contact) return undefined;
	const profile = asRecord(contact.profile);
	return {
		waId: asWaId(contact.wa_id),
		bsuid: asBsuid(contact.user_id),
		profileName: asText(profile?.name),
		// Meta's samples write it with and without the sign.
		username: asText(asText(profile?.username)?.replace(/^@/, '')),
		identityKeyHash: asText(contact.identity_key_hash),
	};
}

function namesOf({ bsuid, waId }: NamedUser): string[] {
	return [...(bsuid ? [bsuid] : []), ...(waId ? [canonicalWaId(waId)] : [])];
}

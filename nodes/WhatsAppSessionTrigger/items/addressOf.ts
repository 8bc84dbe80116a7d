import type { Recipient } from '../../shared/domain/parseRecipient';

/** Gives the address to write to: the phone number where WhatsApp shows it, else the BSUID, or the ID of the group; null without either. */
export function addressOf({ phoneNumber, bsuid }: Recipient): string | null {
	return phoneNumber ?? bsuid ?? null;
}

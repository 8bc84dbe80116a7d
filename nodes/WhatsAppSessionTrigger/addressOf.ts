import type { Recipient } from '../shared/domain/parseRecipient';

/** Gives the address to answer to: the phone number where WhatsApp shows it, else the BSUID; null when there is neither. */
export function addressOf({ phoneNumber, bsuid }: Recipient): string | null {
	return phoneNumber ?? bsuid ?? null;
}

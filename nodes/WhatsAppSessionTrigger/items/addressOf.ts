import type { Recipient } from '../../shared/domain/parseRecipient';

/** Gives the address to write to: the phone number where WhatsApp shows it, else the BSUID; null without either. */
export function addressOf({ phoneNumber, bsuid }: Recipient): string | null {
	return phoneNumber ?? bsuid ?? null;
}

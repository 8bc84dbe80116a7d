import type { TemplateButton } from './TemplateDefinition.ts';

const CODE_PAGE = /^https:\/\/(www\.)?whatsapp\.com\/otp\//;

/** Says whether a button hands out a one-time code: Meta lists such a button as a link to a page of its own. */
export function isCodeButton({ type, url }: TemplateButton): boolean {
	return type === 'OTP' || (type === 'URL' && url !== undefined && CODE_PAGE.test(url));
}

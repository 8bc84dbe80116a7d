import type { TokenState } from './TokenState.ts';

/** The token of a fresh simulator: valid for ever, with both permissions that the Cloud API asks for. */
export function firstTokenState(): TokenState {
	return {
		isValid: true,
		scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
		expiresAtMs: null,
		permissionCode: 200,
	};
}

import type { N8nCredential } from '../n8n/N8nClient.ts';

/** The verify token that the demo and the end-to-end tests use on both sides. */
const VERIFY_TOKEN = 'simulator-verify-token';

/** The credential that sends to the simulator at `simulatorUrl` instead of Meta. */
export function simulatorCredential(simulatorUrl: string): N8nCredential & { data: Record<string, string> } {
	return {
		name: 'WhatsApp Session (Simulator)',
		type: 'whatsAppSessionApi',
		data: {
			accessToken: 'simulator-access-token',
			businessAccountId: '102290129340398',
			appId: '645829310472918',
			appSecret: 'simulator-app-secret',
			previousAppSecret: '',
			verifyToken: VERIFY_TOKEN,
			sessionStore: 'embedded',
			embeddedStorePath: '',
			postgresUrl: '',
			graphApiVersion: 'v25.0',
			graphApiBaseUrl: simulatorUrl,
		},
	};
}

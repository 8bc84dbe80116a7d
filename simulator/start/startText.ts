import { keyOfNumber } from '../dialog360/keyOfNumber.ts';
import type { Simulator } from '../Simulator.ts';

/** What the terminal says once the simulator listens: what goes into the fields of the credential in n8n, and what to do next. */
export function startText(simulator: Simulator): string {
	const { numbers, subscription } = simulator.state();
	const { url } = simulator;
	const numberLines = numbers.map((number) => `${number.id}   (${number.displayPhoneNumber})`).join('\n                            ');
	const keys = numbers.map((_number, index) => keyOfNumber(index)).join(', ');
	return `
  WhatsApp, simulated, at ${url}
  Open this page to play the customers. Ctrl-C stops it, and nothing is kept.

  In n8n, make a credential of the type WhatsApp Session API, and fill in:

    Access Token            simulator-access-token
    Business Account ID     102290129340398
    App ID                  645829310472918
    App Secret              simulator-app-secret
    Graph API Base URL      ${url}

  Business Phone Number     ${numberLines}
  Webhooks go to            ${subscription?.callbackUrl ?? 'nowhere yet: publish a workflow with a WhatsApp Session Trigger'}

  n8n in Docker: start with --host 0.0.0.0, and write host.docker.internal in place of localhost into the Base URL.
  Provider 360dialog: 360dialog Base URL ${url}/360dialog, API Key ${keys}
`;
}

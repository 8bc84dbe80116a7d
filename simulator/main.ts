import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { createSimulator } from './createSimulator.ts';
import { keyOfNumber } from './dialog360/keyOfNumber.ts';

const DEFAULT_PORT = 4600;
const PORTS_TO_TRY = 20;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: process.env.SIMULATOR_PORT ?? String(DEFAULT_PORT) },
		host: { type: 'string', default: process.env.SIMULATOR_HOST ?? '127.0.0.1' },
		'callback-url': { type: 'string', default: process.env.SIMULATOR_CALLBACK_URL },
		'verify-token': { type: 'string', default: process.env.SIMULATOR_VERIFY_TOKEN },
		'two-numbers': { type: 'boolean', default: false },
	},
});

const phoneNumbers = [
	{ id: '106540352242922', displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Example Shop' },
	{ id: '106540352242923', displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Example Shop Support' },
].slice(0, values['two-numbers'] ? 2 : 1);

const verifyToken = values['verify-token'];
const simulator = await createSimulator({
	port: await findFreePort(Number(values.port), values.host),
	host: values.host,
	phoneNumbers,
	...(verifyToken !== undefined && { verifyToken }),
});

// Without a question first: the receiver is often started after the simulator.
if (values['callback-url']) await simulator.subscribe({ callbackUrl: values['callback-url'], verify: false });

console.log(`Page and control routes   ${simulator.url}
Graph API base URL        ${simulator.url}
Access token              simulator-access-token
WABA ID                   102290129340398
Phone number ID           ${phoneNumbers.map((number) => `${number.id} (${number.displayPhoneNumber})`).join(', ')}
App ID                    645829310472918
360dialog base URL        ${simulator.url}/360dialog
360dialog API key         ${phoneNumbers.map((_number, index) => keyOfNumber(index)).join(', ')}
App secret                simulator-app-secret
Webhooks go to            ${simulator.state().subscription?.callbackUrl ?? 'nowhere yet: set a callback URL'}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void simulator.close().then(() => process.exit(0));
	});
}

/** The first free port from `first` on. */
async function findFreePort(first: number, host: string): Promise<number> {
	for (let port = first; port < first + PORTS_TO_TRY; port += 1) {
		if (await isFree(port, host)) return port;
	}
	throw new Error(`The ports ${first} to ${first + PORTS_TO_TRY - 1} are all taken: give another one with --port.`);
}

async function isFree(port: number, host: string): Promise<boolean> {
	const probe = createServer();
	return await new Promise((resolve) => {
		probe.once('error', () => resolve(false));
		probe.listen(port, host, () => probe.close(() => resolve(true)));
	});
}

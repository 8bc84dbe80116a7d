import { createSimulator } from '../createSimulator.ts';
import { findFreePort } from './findFreePort.ts';
import { helpText } from './helpText.ts';
import { readArguments } from './readArguments.ts';
import { StartError } from './StartError.ts';
import type { StartOptions } from './StartOptions.ts';
import { startText } from './startText.ts';

const NUMBERS = [
	{ id: '106540352242922', displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Example Shop' },
	{ id: '106540352242923', displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Example Shop Support' },
];

/**
 * Starts the simulator as somebody does at a terminal, and stops it at Ctrl-C. What cannot be is said in a sentence, with exit code 1.
 *
 * @param args - what was typed after the command
 */
export async function startSimulator(args: readonly string[]): Promise<void> {
	await run(args).catch((error: unknown) => {
		console.error(error instanceof StartError ? error.message : error);
		process.exitCode = 1;
	});
}

async function run(args: readonly string[]): Promise<void> {
	const options = readArguments(args, process.env);
	if (options === 'help') console.log(helpText);
	else await start(options);
}

async function start({ port, host, callbackUrl, verifyToken, hasTwoNumbers }: StartOptions): Promise<void> {
	const simulator = await createSimulator({
		port: await findFreePort(port, host),
		host,
		phoneNumbers: NUMBERS.slice(0, hasTwoNumbers ? 2 : 1),
		...(verifyToken !== undefined && { verifyToken }),
	});
	// Without a question first: the receiver is often started after the simulator.
	if (callbackUrl !== undefined) await simulator.subscribe({ callbackUrl, verify: false });
	console.log(startText(simulator));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			void simulator.close().then(() => process.exit(0));
		});
	}
}

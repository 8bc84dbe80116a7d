import { parseArgs } from 'node:util';
import { StartError } from './StartError.ts';
import type { StartOptions } from './StartOptions.ts';

const DEFAULT_PORT = '4600';
const DEFAULT_HOST = '127.0.0.1';
const LAST_PORT = 65_535;

const options = {
	port: { type: 'string' },
	host: { type: 'string' },
	'callback-url': { type: 'string' },
	'verify-token': { type: 'string' },
	'two-numbers': { type: 'boolean' },
	help: { type: 'boolean' },
} as const;
const names = Object.keys(options).map((name) => `--${name}`).join(', ');

/**
 * Reads how the simulator is to be started.
 *
 * @param args - as typed after the command
 * @param environment - `SIMULATOR_PORT`, `SIMULATOR_HOST`, `SIMULATOR_CALLBACK_URL` and `SIMULATOR_VERIFY_TOKEN` stand in for what is not typed
 * @returns `help` when that is all that is wanted
 * @throws {StartError} for an option that there is not, one without its value, and a value that cannot be
 */
export function readArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): StartOptions | 'help' {
	const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
	for (const token of tokens) {
		if (token.kind === 'positional') throw new StartError(`"${token.value}" is not an option. There are ${names}.`);
		if (token.kind === 'option') checkOption(token);
	}
	if (values.help) return 'help';
	const text = (name: keyof typeof options): string | undefined => {
		const value = values[name] ?? environment[`SIMULATOR_${name.toUpperCase().replace('-', '_')}`];
		return typeof value === 'string' && value !== '' ? value : undefined;
	};
	const callbackUrl = text('callback-url');
	const verifyToken = text('verify-token');
	return {
		port: readPort(text('port') ?? DEFAULT_PORT),
		host: text('host') ?? DEFAULT_HOST,
		...(callbackUrl !== undefined && { callbackUrl: readUrl(callbackUrl) }),
		...(verifyToken !== undefined && { verifyToken }),
		hasTwoNumbers: values['two-numbers'] === true,
	};
}

function checkOption({ name, rawName, value }: { name: string; rawName: string; value?: string }): void {
	if (!Object.hasOwn(options, name)) throw new StartError(`"${rawName}" is not an option. There are ${names}.`);
	const takesValue = options[name as keyof typeof options].type === 'string';
	if (takesValue && !value) throw new StartError(`"${rawName}" needs a value, for example ${rawName} ${exampleOf(name)}.`);
	if (!takesValue && value !== undefined) throw new StartError(`"${rawName}" takes no value; leave "${value}" out.`);
}

function exampleOf(name: string): string {
	return { port: DEFAULT_PORT, host: DEFAULT_HOST, 'callback-url': 'http://localhost:5678/webhook/…' }[name] ?? 'a-text';
}

function readPort(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= LAST_PORT) return port;
	throw new StartError(`"--port ${text}" is not a port: give a whole number from 1 to ${LAST_PORT}, for example ${DEFAULT_PORT}.`);
}

function readUrl(text: string): string {
	if (/^https?:/.test(text) && URL.canParse(text)) return text;
	throw new StartError(`"--callback-url ${text}" is not an address: give one that begins with http:// or https://.`);
}

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { findFreePort } from '../../simulator/start/findFreePort.ts';
import { readArguments } from '../../simulator/start/readArguments.ts';
import { StartError } from '../../simulator/start/StartError.ts';

describe('how the simulator is started', () => {
	test('by itself: this machine alone, port 4600, one number', () => {
		expect(readArguments([], {})).toEqual({ port: 4600, host: '127.0.0.1', hasTwoNumbers: false });
	});

	test('with everything', () => {
		const args = ['--port', '4700', '--host=0.0.0.0', '--callback-url', 'http://localhost:5678/webhook/a', '--verify-token', 'mine', '--two-numbers'];
		expect(readArguments(args, {})).toEqual({
			port: 4700,
			host: '0.0.0.0',
			callbackUrl: 'http://localhost:5678/webhook/a',
			verifyToken: 'mine',
			hasTwoNumbers: true,
		});
	});

	test('by the environment, where nothing is typed', () => {
		const environment = { SIMULATOR_PORT: '4800', SIMULATOR_HOST: '::1', SIMULATOR_CALLBACK_URL: '', SIMULATOR_VERIFY_TOKEN: 'mine' };
		expect(readArguments([], environment)).toEqual({ port: 4800, host: '::1', verifyToken: 'mine', hasTwoNumbers: false });
		expect(readArguments(['--port', '4700'], environment)).toMatchObject({ port: 4700 });
	});

	test('or not at all, when help is wanted', () => {
		expect(readArguments(['--help', '--port', '4700'], {})).toBe('help');
	});

	test.each<[string[], string]>([
		[['--prot', '4700'], '"--prot" is not an option. There are --port, --host, --callback-url, --verify-token, --two-numbers, --help.'],
		[['-p', '4700'], '"-p" is not an option.'],
		[['4700'], '"4700" is not an option.'],
		[['--constructor'], '"--constructor" is not an option.'],
		[['--port'], '"--port" needs a value, for example --port 4600.'],
		[['--port='], '"--port" needs a value, for example --port 4600.'],
		[['--callback-url'], '"--callback-url" needs a value, for example --callback-url http://localhost:5678/webhook/…'],
		[['--two-numbers=yes'], '"--two-numbers" takes no value; leave "yes" out.'],
		[['--port', '0'], '"--port 0" is not a port: give a whole number from 1 to 65535, for example 4600.'],
		[['--port', '65536'], '"--port 65536" is not a port'],
		[['--port', '4e3'], '"--port 4e3" is not a port'],
		[['--port', 'http'], '"--port http" is not a port'],
		[['--callback-url', 'localhost:5678/webhook'], '"--callback-url localhost:5678/webhook" is not an address: give one that begins with http:// or https://.'],
	])('not with %j, and says why', (args, sentence) => {
		expect(() => readArguments(args, {})).toThrow(StartError);
		expect(() => readArguments(args, {})).toThrow(sentence);
	});
});

describe('the port', () => {
	test('is the next one where the first is taken', async () => {
		const taken = createServer();
		await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
		const { port } = taken.address() as AddressInfo;
		const found = await findFreePort(port, '127.0.0.1');
		await new Promise((resolve) => taken.close(resolve));
		expect(found).toBeGreaterThan(port);
	});

	test.each([
		[4600, '192.0.2.1', '"--host 192.0.2.1" is no address of this machine (EADDRNOTAVAIL): give 127.0.0.1'],
		[65_536, '127.0.0.1', 'are all taken or not allowed: give another one with --port.'],
	])('is not found from %d on at %s, and why', async (first, host, sentence) => {
		await expect(findFreePort(first, host)).rejects.toThrow(sentence);
	});
});

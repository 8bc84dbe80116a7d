import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands between a client and a server, and breaks the line when it is told to. */
export interface TcpProxy {
	port: number;
	/** Looks at each piece that the client says, before the server hears it; true breaks the line once the server has answered it. */
	breaksAfter: (said: Buffer) => boolean;
	/** The same; true breaks the line before the server hears it. */
	breaksBefore: (said: Buffer) => boolean;
	stop(): Promise<void>;
}

/** Starts a proxy on a free port that passes everything on, in both directions. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const target = connect(targetPort, '127.0.0.1');
		let isEnding = false;
		const end = () => [client, target].forEach((socket) => socket.destroy());
		for (const socket of [client, target]) sockets.add(socket.on('error', end).on('close', end));
		client.on('data', (said) => {
			if (proxy.breaksBefore(said)) return end();
			isEnding ||= proxy.breaksAfter(said);
			target.write(said);
		});
		target.on('data', (answered) => (isEnding ? end() : client.write(answered)));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const proxy: TcpProxy = {
		port: (server.address() as AddressInfo).port,
		breaksAfter: () => false,
		breaksBefore: () => false,
		async stop() {
			server.close();
			for (const socket of sockets) socket.destroy();
			await once(server, 'close');
		},
	};
	return proxy;
}

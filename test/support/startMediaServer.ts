import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request for a file. */
export type FileReply = (response: ServerResponse) => void;

/** A file as Meta describes it; what is left out, the answer leaves out. */
export interface ServedMedia {
	mimeType?: string;
	fileSize?: number | string;
	/** Address instead of the server's own. */
	url?: string;
	/** What the addresses do, the first one given first; the last one for all that follow. */
	replies: FileReply[];
}

/** A request as it came over the wire. */
export interface MediaRequest {
	path: string;
	phoneNumberId: string | null;
	authorization: string | undefined;
}

/** A stand-in for the Graph API and for the server that keeps the files. */
export interface MediaServer {
	url: string;
	/** Files by media ID. */
	media: Map<string, ServedMedia>;
	requests: MediaRequest[];
	/** How many files were on their way at the same time at most. */
	mostAtOnce(): number;
	close(): Promise<void>;
}

/** Answers with bytes. */
export const file =
	(bytes: Buffer | string, contentType = 'application/octet-stream'): FileReply =>
	(response) => {
		response.writeHead(200, { 'Content-Type': contentType });
		response.end(bytes);
	};

/** Answers with a status and no file. */
export const status =
	(code: number, headers: Record<string, string> = {}): FileReply =>
	(response) => {
		response.writeHead(code, headers);
		response.end('nothing here');
	};

/** Starts it. Each question for a file gives another address. */
export async function startMediaServer(): Promise<MediaServer> {
	const media = new Map<string, ServedMedia>();
	const requests: MediaRequest[] = [];
	const asked = new Map<string, number>();
	let atOnce = 0;
	let mostAtOnce = 0;
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://media');
		requests.push(toRequest(request, pathname, searchParams));
		const [, kind = '', id = '', number = ''] = pathname.split('/');
		const served = media.get(id);
		if (!served) return answerGone(response);
		if (kind === 'files') {
			mostAtOnce = Math.max(mostAtOnce, ++atOnce);
			response.on('close', () => (atOnce -= 1));
			return void served.replies[Math.min(Number(number), served.replies.length - 1)]?.(response);
		}
		const count = asked.get(id) ?? 0;
		asked.set(id, count + 1);
		const url = served.url ?? `http://${request.headers.host}/files/${id}/${count}`;
		response.writeHead(200, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify({ url, mime_type: served.mimeType, file_size: served.fileSize, sha256: 'digest', id }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		media,
		requests,
		mostAtOnce: () => mostAtOnce,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

function toRequest({ headers }: IncomingMessage, path: string, query: URLSearchParams): MediaRequest {
	return { path, phoneNumberId: query.get('phone_number_id'), authorization: headers.authorization };
}

function answerGone(response: ServerResponse): void {
	response.writeHead(400, { 'Content-Type': 'application/json' });
	const message = "Unsupported get request. Object with ID '1' does not exist";
	response.end(JSON.stringify({ error: { message, type: 'GraphMethodException', code: 100, error_subcode: 33 } }));
}

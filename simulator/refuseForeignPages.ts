import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

/** Ends of names that nobody can register on the internet, and so lead to no stranger. */
const OF_A_NETWORK = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test)$/;
const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what a page of somebody else lets a browser ask. No route asks for a secret, and webhooks go to any address that is set: such a page
 * could reach through the simulator into the network of whoever reads it.
 *
 * - What changes something and names the page of another address as its origin is refused. Programs name none, and the own page the own
 *   address. What only reads needs no refusal: a browser keeps the answer from pages of other addresses by itself.
 * - What is asked under a public name is refused: somebody's own name may lead to this machine (DNS rebinding), and a page under it would be the
 *   simulator's own page for the browser.
 *
 * A tunnel or proxy may say in `X-Forwarded-Host` by which name it was asked; no foreign page can.
 *
 * @see https://html.spec.whatwg.org/multipage/origin.html and https://fetch.spec.whatwg.org/#origin-header (read 2026-11-27)
 */
export const refuseForeignPages: RequestHandler = ({ headers, method }, response, next) => {
	const { host, origin } = headers;
	const names = [host, headers['x-forwarded-host']].flatMap((name) => name ?? []);
	if (host !== undefined && !isOfThisNetwork(host)) {
		const error = `The simulator answers to localhost, to addresses and to names within a network, and not to "${host}": open it by one of these.`;
		response.status(403).json({ error });
	} else if (origin !== undefined && !READING.includes(method) && !names.includes(hostOf(origin))) {
		response.status(403).json({ error: `A page of ${origin} asks for this, and the simulator takes it from its own page and from programs alone.` });
	} else next();
};

function isOfThisNetwork(host: string): boolean {
	if (!URL.canParse(`http://${host}`)) return false;
	const name = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	return isIP(name) !== 0 || !name.includes('.') || OF_A_NETWORK.test(name);
}

/** With its port; empty for an origin that is kept secret, which a browser writes as null. */
function hostOf(origin: string): string {
	return URL.canParse(origin) ? new URL(origin).host : '';
}

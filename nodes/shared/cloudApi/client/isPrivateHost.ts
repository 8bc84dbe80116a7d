import { BlockList, isIP } from 'node:net';

const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/;

const PRIVATE_ADDRESSES = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
] as const) {
	PRIVATE_ADDRESSES.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [['::', 127], ['fc00::', 7], ['fe80::', 10]] as const) {
	PRIVATE_ADDRESSES.addSubnet(network, prefix, 'ipv6');
}

/**
 * Says whether a host is one that nobody outside this machine or network reaches.
 *
 * Names are judged as they are written and not looked up; one without a dot is private.
 *
 * @param hostname - as `URL` gives it: in small letters, IPv6 addresses in brackets
 */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	const family = isIP(host);
	if (family !== 0) return PRIVATE_ADDRESSES.check(host, family === 6 ? 'ipv6' : 'ipv4');
	return !host.includes('.') || PRIVATE_NAME.test(host);
}

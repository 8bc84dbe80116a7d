import { createHash } from 'node:crypto';

const SCRIPTS = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Says to a browser what a page may do: run its own scripts and no others, whatever a message holds; show pictures, sounds and films of the simulator; ask the
 * simulator. Nothing else, and no page may show it within itself.
 *
 * @param page - HTML; the scripts stand in it
 * @returns the value of `Content-Security-Policy`
 * @see https://www.w3.org/TR/CSP3/ (read 2026-11-27)
 */
export function toPagePolicy(page: string): string {
	const scripts = [...page.matchAll(SCRIPTS)].map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
	return [
		"default-src 'none'",
		`script-src ${scripts.join(' ')}`,
		"style-src 'unsafe-inline'",
		"img-src 'self' data:",
		"media-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

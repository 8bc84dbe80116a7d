import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium.ts';

// It stays on this machine, and starts anywhere, also as root.
const ARGUMENTS = [
	'--no-sandbox',
	'--headless',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the Chromium of this machine, without a window.
 *
 * @throws {Error} when it has none
 */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
}

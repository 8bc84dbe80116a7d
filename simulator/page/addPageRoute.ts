import type { Express } from 'express';
import { renderPage } from './renderPage.ts';
import { toPagePolicy } from './toPagePolicy.ts';

/** Adds the page itself, which loads nothing from elsewhere and stands in no other page. */
export function addPageRoute(app: Express): void {
	const page = renderPage();
	const headers = {
		'Content-Security-Policy': toPagePolicy(page),
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
	};
	app.get('/', (_request, response) => void response.set(headers).type('html').send(page));
}

import type { Response } from 'express';
import type { OrderedFailure } from '../sending/FailureQueue.ts';
import { GraphError } from './GraphError.ts';

const GATEWAY_PAGE =
	'<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/**
 * Answers a send as the ordered failure says.
 *
 * @throws {GraphError} for the failures that are an error answer
 */
export function failAsOrdered(failure: OrderedFailure, response: Response): void {
	switch (failure.mode) {
		case 'html502':
			response.status(502).type('html').send(GATEWAY_PAGE);
			return;
		case 'hang':
			return;
		case 'drop':
			response.req.socket.destroy();
			return;
		case 'graph500':
			throw new GraphError(1, { message: 'An unknown error occurred', httpStatus: 500 });
		default: {
			const { code = 131000, httpStatus } = failure;
			throw new GraphError(code, httpStatus === undefined ? {} : { httpStatus });
		}
	}
}

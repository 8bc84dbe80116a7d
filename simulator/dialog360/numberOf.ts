import type { Response } from 'express';
import type { BusinessNumber } from '../world/BusinessNumber.ts';

/** The number that the key of a request belongs to, once the key has been looked at. */
export function numberOf(response: Response): BusinessNumber {
	return (response.locals as { number: BusinessNumber }).number;
}

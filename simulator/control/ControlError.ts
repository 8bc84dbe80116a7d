/** A control request that makes no sense; its message says what to do. */
export class ControlError extends Error {
	override name = 'ControlError';
}

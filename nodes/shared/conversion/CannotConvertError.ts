/** Why a node stays what it is; the message is a sentence that begins after "It stays as it is: ". */
export class CannotConvertError extends Error {}

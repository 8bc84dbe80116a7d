/** A start that cannot be; the message is the whole sentence for whoever typed it. */
export class StartError extends Error {}

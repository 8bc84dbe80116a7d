/** Where Postgres repeats the values of the row that it refuses: numbers, user IDs, wordings. */
const TELLING = ['detail', 'where', 'internalQuery', 'hint'];

/** Takes out of an error of Postgres what may be about a person, so that it can be logged. What it was, and where, stays. */
export function withoutRowValues(error: unknown): unknown {
	if (error instanceof Object) for (const name of TELLING) Reflect.deleteProperty(error, name);
	return error;
}

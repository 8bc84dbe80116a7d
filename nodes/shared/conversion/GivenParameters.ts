import { CannotConvertError } from './CannotConvertError';
import { isExpression } from './isExpression';
import { isRecord } from '../domain/isRecord';

/** A parameter that nobody has taken, by its path. */
type LeftOver = [path: string, value: unknown];

/** The parameters of a built-in node. Each is taken once, and what nobody has taken can be told. */
export class GivenParameters {
	private readonly left: Record<string, unknown>;
	/** The entries of lists that were taken, by their paths. */
	private readonly entries: Array<[path: string, entry: GivenParameters]> = [];

	constructor(parameters: Record<string, unknown>) {
		this.left = structuredClone(parameters);
	}

	/** Takes a parameter by its path; undefined when it is not set, or empty. */
	take(...path: string[]): unknown {
		const name = path.at(-1) ?? '';
		const parent = path.slice(0, -1).reduce<unknown>(memberOf, this.left);
		const value = memberOf(parent, name);
		if (isRecord(parent)) delete parent[name];
		return isEmpty(value) ? undefined : value;
	}

	/** Whether a collection is there, also one whose members are all at their defaults, which n8n does not store. */
	has(...path: string[]): boolean {
		return isRecord(path.reduce<unknown>(memberOf, this.left));
	}

	/** Takes the entries of a list, or its only one; none when it is not set. What each of them leaves over is left over here. */
	takeList(...path: string[]): GivenParameters[] {
		const value = this.take(...path);
		if (value === undefined) return [];
		const isList = Array.isArray(value);
		return (isList ? (value as unknown[]) : [value]).map((entry, index) => {
			const given = new GivenParameters(isRecord(entry) ? entry : { value: entry });
			this.entries.push([[...path, ...(isList ? [index] : [])].join('.'), given]);
			return given;
		});
	}

	/**
	 * Takes a choice, which decides what the others mean.
	 *
	 * @param otherwise - what n8n takes when it is not set: n8n leaves out of a workflow what is the default
	 * @throws {CannotConvertError} when it is an expression
	 */
	choose(otherwise: string, ...path: string[]): string {
		const value = this.take(...path) ?? otherwise;
		if (isExpression(value)) throw new CannotConvertError(`'${path.join('.')}' is an expression, and it decides what the other fields mean.`);
		return String(value);
	}

	/** What nobody has taken; what is empty is left out. */
	leftOver(): LeftOver[] {
		const ofEntries = this.entries.flatMap(([path, entry]) => entry.leftOver().map(([within, value]): LeftOver => [`${path}.${within}`, value]));
		return [...leavesOf(this.left), ...ofEntries];
	}
}

function leavesOf(value: unknown, path: string[] = []): LeftOver[] {
	if (isEmpty(value)) return [];
	if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
	return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

function memberOf(value: unknown, name: string): unknown {
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (isRecord(value) && Object.keys(value).length === 0);
}

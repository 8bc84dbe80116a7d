/**
 * The whole number given on the command line as `--name=20` or `--name 20`; undefined when it is not there.
 *
 * @throws {Error} when something else than a whole number stands there
 */
export function readNumber(options: string[], name: string): number | undefined {
	const index = options.findIndex((option) => option === `--${name}` || option.startsWith(`--${name}=`));
	if (index < 0) return undefined;
	const found = options[index]?.includes('=') ? options[index].slice(name.length + 3) : (options[index + 1] ?? '');
	if (!/^\d+$/.test(found)) throw new Error(`--${name} is "${found}"; it should be a whole number.`);
	return Number(found);
}

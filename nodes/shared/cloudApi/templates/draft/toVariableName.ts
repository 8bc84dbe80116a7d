/** The name of a variable without the braces that people write around it. */
export function toVariableName(name: string): string {
	return name.replace(/^\s*\{\{|\}\}\s*$/g, '').trim();
}

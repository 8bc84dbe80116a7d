/** x */
export function renderPage(): string {
	return '';
}

/** What the workflow keeps in place of the secret; the default, so that n8n shows what belongs to it, and marks nothing as missing. */
export const SHOWN = 'shown';

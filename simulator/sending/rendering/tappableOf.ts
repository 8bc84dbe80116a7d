import type { RenderedSection } from '../../templates/rendering/RenderedSection.ts';
import type { MessageButton } from '../../world/MessageButton.ts';

/** Everything that can be tapped in a message and its cards, the rows of its list among it, from top to bottom. */
export function tappableOf(sections: readonly RenderedSection[]): MessageButton[] {
	return sections.flatMap(({ buttons, list }) => [...buttons, ...(list?.groups.flatMap(({ rows }) => rows) ?? [])]);
}

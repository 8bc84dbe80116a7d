import { conversationStyle } from './conversationStyle.ts';
import { panelStyle } from './panelStyle.ts';

/** The page's style sheet; light and dark as the device prefers. */
export const pageStyle = `
:root {
	color-scheme: light dark;
	--ground: #eef1f0; --panel: #ffffff; --line: #dde3e1; --ink: #14211d; --soft: #51625c; --wash: #f4f7f6;
	--accent: #0b7a5b; --accent-ink: #ffffff; --own: #d6f5dc; --theirs: #ffffff; --chat: #e7e2d9;
	--good: #086b4f; --bad: #b3261e; --bad-wash: #fdeceb; --warn: #8a5a00; --warn-wash: #fff3d9; --read: #0f67b4;
}
@media (prefers-color-scheme: dark) {
	:root {
		--ground: #0d1512; --panel: #141f1b; --line: #25332e; --ink: #e6eeea; --soft: #a5b6af; --wash: #1a2722;
		--accent: #2fb48a; --accent-ink: #06241a; --own: #124b38; --theirs: #1d2a26; --chat: #0a110f;
		--good: #45c99d; --bad: #ff9a92; --bad-wash: #3a1b19; --warn: #f0c060; --warn-wash: #382b10; --read: #5bb4ff;
	}
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -999px; z-index: 1; padding: 8px 14px; border-radius: 8px; background: var(--accent); color: var(--accent-ink); }
.skip:focus { left: 8px; top: 8px; }
body {
	margin: 0; height: 100vh; height: 100dvh; display: grid; grid-template: auto minmax(0, 1fr) / 300px minmax(340px, 1fr) 390px;
	background: var(--ground); color: var(--ink);
	font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
header {
	grid-column: 1 / -1; display: flex; gap: 8px 24px; align-items: center; flex-wrap: wrap;
	padding: 10px 18px; background: var(--panel); border-bottom: 1px solid var(--line);
}
h1 { font-size: 16px; margin: 0; }
h2 { font-size: 13px; margin: 0 0 8px; }
header .fact { color: var(--soft); min-width: 0; overflow-wrap: anywhere; }
header .fact b { color: var(--ink); font-weight: 600; }
nav, aside, main { min-height: 0; overflow: auto; }
nav.people { background: var(--panel); border-right: 1px solid var(--line); display: flex; flex-direction: column; }
aside.panels { background: var(--panel); border-left: 1px solid var(--line); }
main { display: flex; flex-direction: column; overflow: hidden; background: var(--chat); }
button, input, select, textarea { font: inherit; color: inherit; }
button { border: 1px solid var(--line); background: var(--wash); border-radius: 8px; padding: 6px 12px; cursor: pointer; }
button:hover { border-color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
#people > :focus-visible, #conversation:focus-visible, .hook > summary:focus-visible, .hook pre:focus-visible { outline-offset: -3px; }
input[type="text"], input[type="number"], select, textarea {
	border: 1px solid var(--line); background: var(--wash); border-radius: 8px; padding: 6px 10px; min-width: 0;
}
.note { color: var(--soft); font-size: 12px; }
.state { font-size: 11px; font-weight: 600; border-radius: 99px; padding: 1px 8px; white-space: nowrap; background: var(--wash); color: var(--soft); }
.state.open { color: var(--good); background: color-mix(in srgb, var(--good) 14%, transparent); }
#people .state.soon { color: var(--warn); background: var(--warn-wash); }
.ring { display: block; stroke-width: 3; }
.ring .track { stroke: var(--line); }
.ring .rest { stroke: var(--good); stroke-linecap: round; }
.ring.soon .rest { stroke: var(--warn); }
.person { display: grid; grid-template-columns: 46px minmax(0, 1fr); gap: 10px; align-items: center; border-bottom: 1px solid var(--line); padding: 8px 14px; cursor: pointer; }
.person:hover, .person[aria-selected="true"] { background: var(--wash); }
.person[aria-selected="true"] { box-shadow: inset 4px 0 var(--accent); }
.face { position: relative; display: block; width: 46px; height: 46px; }
.face .ring { position: absolute; inset: 0; stroke-width: 2.4; }
.avatar { position: absolute; inset: 5px; border-radius: 50%; display: grid; place-items: center; font-weight: 600; font-size: 13px; color: #fff; }
.person .words, .person .line { display: grid; gap: 2px; min-width: 0; }
.person .line { grid-template-columns: minmax(0, 1fr) auto; gap: 8px; align-items: center; }
.person .name { font-weight: 600; }
.person .name, .person .note { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#newPerson { margin: auto 14px 12px; }
dialog { width: min(440px, calc(100vw - 32px)); border: 1px solid var(--line); border-radius: 14px; padding: 18px; background: var(--panel); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog label { font-weight: 600; }
dialog label.check { font-weight: 400; }
textarea { font-family: ui-monospace, monospace; font-size: 13px; resize: vertical; }
form.stack { display: grid; gap: 8px; }
.row { display: flex; gap: 8px; align-items: center; }
.row.end { justify-content: flex-end; }
.row > input[type="text"], .row > select { flex: 1; }
label.check { display: flex; gap: 8px; align-items: center; padding: 2px 0; }
label.check input[type="number"] { width: 74px; padding: 2px 6px; }
${conversationStyle}${panelStyle}
@media (max-width: 1000px) {
	body { height: auto; display: block; }
	header { height: 52px; flex-wrap: nowrap; justify-content: space-between; padding: 0 14px; }
	h1 { white-space: nowrap; font-size: 15px; }
	header select { max-width: 156px; padding: 5px 6px; }
	.wide { display: none; }
	.phonebar .who { flex: 1 1 0; }
	.phonebar .window { flex: 0 1 auto; max-width: 62%; }
	form.compose > select { flex-basis: 92px !important; }
	form.compose .more select { max-width: 92px; }
	nav, aside, main { border: 0 !important; }
	aside.panels { overflow: visible; }
	nav.people { flex-direction: row; align-items: center; height: 92px; overflow-x: auto; border-bottom: 1px solid var(--line) !important; }
	#people { display: flex; }
	.person { display: block; flex: 0 0 76px; width: 76px; height: 91px; padding: 8px 4px 0; border: 0; text-align: center; }
	.person[aria-selected="true"] { box-shadow: inset 0 -4px var(--accent); }
	.person .face { margin: 0 auto; }
	.person .line { display: block; }
	.person .note, .person .line + .line { display: none; }
	.person .name { display: block; font-size: 12px; }
	#newPerson { flex: none; margin: 0 14px 0 6px; }
	main { height: calc(100vh - 144px); height: calc(100dvh - 144px); min-height: 440px; }
}
`;

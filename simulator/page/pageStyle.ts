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
body {
	margin: 0; height: 100vh; display: grid; grid-template: auto minmax(0, 1fr) / 270px minmax(340px, 1fr) 390px;
	background: var(--ground); color: var(--ink);
	font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
header {
	grid-column: 1 / -1; display: flex; gap: 8px 24px; align-items: center; flex-wrap: wrap;
	padding: 10px 18px; background: var(--panel); border-bottom: 1px solid var(--line);
}
h1 { font-size: 16px; margin: 0; }
h2 { font-size: 13px; margin: 0 0 8px; }
header .fact { color: var(--soft); }
header .fact b { color: var(--ink); font-weight: 600; }
aside, main { min-height: 0; overflow: auto; }
aside.people { background: var(--panel); border-right: 1px solid var(--line); display: flex; flex-direction: column; }
aside.panels { background: var(--panel); border-left: 1px solid var(--line); }
main { display: flex; flex-direction: column; overflow: hidden; background: var(--chat); }
button, input, select { font: inherit; color: inherit; }
button {
	border: 1px solid var(--line); background: var(--wash); border-radius: 8px; padding: 6px 12px; cursor: pointer;
}
button:hover { border-color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
input[type="text"], input[type="number"], select {
	border: 1px solid var(--line); background: var(--wash); border-radius: 8px; padding: 6px 10px; min-width: 0;
}
label.check { display: flex; gap: 8px; align-items: center; padding: 2px 0; }
label.check input[type="number"] { width: 74px; padding: 2px 6px; }
.person {
	display: grid; grid-template-columns: 38px minmax(0, 1fr) auto; gap: 10px; align-items: center; width: 100%;
	border: 0; border-bottom: 1px solid var(--line); border-radius: 0; background: none; padding: 10px 14px; text-align: left;
}
.person:hover { background: var(--wash); }
.person[aria-pressed="true"] { background: var(--wash); box-shadow: inset 3px 0 var(--accent); }
.avatar {
	width: 38px; height: 38px; border-radius: 50%; display: grid; place-items: center; font-weight: 600; color: #fff;
}
.person .name { font-weight: 600; }
.person .name, .person .note { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.note { color: var(--soft); font-size: 12px; }
.state { font-size: 11px; font-weight: 600; border-radius: 99px; padding: 2px 8px; white-space: nowrap; background: var(--wash); color: var(--soft); }
.state.open { color: var(--good); background: color-mix(in srgb, var(--good) 14%, transparent); }
details.add { padding: 12px 14px; border-top: 1px solid var(--line); margin-top: auto; }
details.add summary { cursor: pointer; font-weight: 600; }
form.stack { display: grid; gap: 8px; margin-top: 10px; }
.row { display: flex; gap: 8px; align-items: center; }
.row > input[type="text"], .row > select { flex: 1; }
.phonebar {
	display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; background: var(--panel); border-bottom: 1px solid var(--line);
}
.phonebar .who { flex: 1 0 180px; min-width: 0; }
.phonebar .who b { display: block; }
#conversation { flex: 1; overflow: auto; padding: 16px; display: flex; flex-direction: column; gap: 6px; }
.day { align-self: center; font-size: 11px; color: var(--soft); background: var(--panel); border-radius: 8px; padding: 3px 10px; margin: 6px 0; }
.bubble {
	max-width: min(78%, 460px); padding: 7px 11px 5px; border-radius: 12px; background: var(--theirs); align-self: flex-start;
	box-shadow: 0 1px 1px rgb(0 0 0 / 12%); overflow-wrap: anywhere;
}
.bubble.own { align-self: flex-end; background: var(--own); }
.bubble.failed { border: 1px solid var(--bad); }
.bubble.refused { border: 1px dashed var(--bad); background: none; box-shadow: none; }
.bubble .kind { font-size: 11px; font-weight: 600; color: var(--warn); }
.bubble .text { white-space: pre-wrap; }
.bubble .quote { border-left: 3px solid var(--accent); padding: 1px 8px; margin: 2px 0 4px; color: var(--soft); font-size: 12px; }
.bubble .meta { text-align: right; font-size: 11px; color: var(--soft); }
.bubble .meta .read { color: var(--read); }
.bubble .problem { color: var(--bad); font-size: 12px; margin-top: 4px; }
.taps { display: flex; flex-wrap: wrap; gap: 4px; align-self: flex-start; max-width: min(78%, 460px); margin-bottom: 2px; }
.taps button { background: var(--theirs); color: var(--accent); font-weight: 600; padding: 5px 14px; }
.taps button:disabled { color: var(--soft); cursor: default; border-style: dashed; }
.bubble .picture, .card .picture { display: block; max-width: 100%; max-height: 220px; border-radius: 8px; margin: 2px 0 5px; }
.bubble .media, .card .media { background: var(--wash); color: var(--soft); border-radius: 8px; padding: 14px 10px; text-align: center; margin: 2px 0 5px; }
.bubble .heading, .card .heading { font-weight: 600; margin-bottom: 2px; }
.bubble .offer, .card .offer { color: var(--warn); font-weight: 600; font-size: 12.5px; margin-bottom: 2px; }
.bubble .footer, .card .footer { color: var(--soft); font-size: 12px; margin-top: 3px; }
.text, .heading, .footer, .quote, .menu button, .menu .group { unicode-bidi: plaintext; text-align: start; }
.bubble .player, .card .player { display: block; max-width: 100%; max-height: 220px; margin: 2px 0 5px; }
audio.player { width: 280px; }
.menu { align-self: flex-start; width: min(78%, 320px); flex: none; background: var(--theirs); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 2px; }
.menu summary { cursor: pointer; color: var(--accent); font-weight: 600; padding: 5px 14px; text-align: center; }
.menu .group { color: var(--accent); font-size: 12px; font-weight: 600; padding: 6px 14px 0; }
.menu button { display: block; width: 100%; border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; text-align: start; padding: 7px 14px; }
.menu button:disabled { color: var(--soft); cursor: default; }
.menu .note { display: block; }
.cards { display: flex; gap: 8px; overflow-x: auto; flex: none; max-width: 100%; padding-bottom: 6px; }
.card { flex: 0 0 200px; display: flex; flex-direction: column; padding: 7px 9px; border-radius: 12px; background: var(--theirs); box-shadow: 0 1px 1px rgb(0 0 0 / 12%); overflow-wrap: anywhere; }
.card.refused, .card.failed { border: 1px dashed var(--bad); }
.card .text { white-space: pre-wrap; }
.card .taps { max-width: none; margin-top: auto; padding-top: 6px; align-self: stretch; flex-direction: column; }
.empty { margin: auto; color: var(--soft); text-align: center; max-width: 300px; }
.banner { padding: 7px 16px; background: var(--warn-wash); color: var(--warn); font-size: 13px; }
#problem { background: var(--bad-wash); color: var(--bad); }
form.compose { display: flex; gap: 8px; flex-wrap: wrap; padding: 12px 16px; background: var(--panel); border-top: 1px solid var(--line); }
form.compose input[name="text"] { flex: 1 1 200px; }
section { padding: 14px 18px; border-bottom: 1px solid var(--line); }
section > select, form.stack > select { width: 100%; }
section p { margin: 0 0 8px; color: var(--soft); font-size: 12.5px; }
.presets { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 4px; }
.presets button { padding: 3px 10px; }
.presets button[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.list { display: grid; gap: 6px; }
.entry { border: 1px solid var(--line); border-radius: 8px; padding: 6px 10px; display: grid; grid-template-columns: 1fr auto; gap: 2px 10px; }
.entry .note { grid-column: 1 / -1; overflow-wrap: anywhere; }
.entry button { padding: 0 8px; font-size: 12px; }
table.usage { width: 100%; border-collapse: collapse; font-size: 12.5px; font-variant-numeric: tabular-nums; }
.usage caption { text-align: start; font-weight: 600; padding-bottom: 2px; }
.usage th, .usage td { text-align: end; padding: 3px 0 3px 8px; border-top: 1px solid var(--line); font-weight: 400; }
.usage th:first-child { text-align: start; padding-left: 0; overflow-wrap: anywhere; }
.usage thead th { color: var(--soft); border: 0; }
.usage tfoot th, .usage tfoot td { font-weight: 600; }
label.free { display: grid; gap: 2px; color: var(--soft); font-size: 12px; margin-bottom: 8px; }
label.free:last-child { margin-bottom: 0; }
meter { width: 100%; }
.answer { font-weight: 600; color: var(--soft); }
.answer.good { color: var(--good); }
.answer.bad { color: var(--bad); }
@media (max-width: 1000px) {
	body { height: auto; grid-template: auto / minmax(0, 1fr); }
	.phonebar .who { flex: 1 0 100%; }
	aside, main { overflow: visible; border: 0 !important; }
	#conversation { min-height: 320px; }
}
`;

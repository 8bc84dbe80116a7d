/** The part of the style sheet about what stands beside the conversation: facts, switches, webhooks, costs. */
export const panelStyle = `
section { padding: 14px 18px; border-bottom: 1px solid var(--line); }
section > select, form.stack > select { width: 100%; }
section p { margin: 0 0 8px; color: var(--soft); font-size: 12.5px; }
section p.after { margin: 10px 0 0; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 12px; margin: 0 0 10px; font-size: 13px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.presets { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 4px; }
.presets button { padding: 3px 10px; }
.presets button[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.filters { flex-wrap: wrap; margin-bottom: 8px; }
.filters > select { flex: 1 1 150px !important; font-size: 13px; padding: 4px 6px; }
.list { display: grid; gap: 6px; }
.list.hooks { max-height: 460px; overflow: auto; }
.entry { border: 1px solid var(--line); border-radius: 8px; padding: 6px 10px; display: grid; grid-template-columns: 1fr auto; gap: 2px 10px; }
.entry .note { grid-column: 1 / -1; overflow-wrap: anywhere; }
.hook { border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.hook > summary { display: flex; gap: 10px; justify-content: space-between; padding: 6px 10px; cursor: pointer; border-radius: 8px; }
.hook > summary:hover, .hook[open] > summary { background: var(--wash); }
.hook .title { min-width: 0; overflow-wrap: anywhere; }
.hook .title .note { display: block; }
.hook > :not(summary) { margin: 6px 10px; }
.hook pre { max-height: 320px; overflow: auto; padding: 8px 10px; border-radius: 8px; background: var(--wash); font: 11.5px/1.5 ui-monospace, monospace; }
.hook .tries { padding-left: 18px; font-size: 12.5px; overflow-wrap: anywhere; }
.hook button { padding: 2px 10px; font-size: 12.5px; }
table.usage { width: 100%; border-collapse: collapse; font-size: 12.5px; font-variant-numeric: tabular-nums; }
.usage caption { text-align: start; font-weight: 600; padding-bottom: 2px; }
.usage th, .usage td { text-align: end; padding: 3px 0 3px 8px; border-top: 1px solid var(--line); font-weight: 400; }
.usage th:first-child { text-align: start; padding-left: 0; overflow-wrap: anywhere; }
.usage thead th { color: var(--soft); border: 0; }
.usage tfoot th, .usage tfoot td { font-weight: 600; }
label.free { display: grid; gap: 2px; color: var(--soft); font-size: 12px; margin-bottom: 8px; }
label.free:last-child { margin-bottom: 0; }
meter { width: 100%; }
.answer { font-weight: 600; color: var(--soft); white-space: nowrap; }
.answer.good { color: var(--good); }
.answer.bad { color: var(--bad); }
`;

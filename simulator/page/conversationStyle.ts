/** The part of the style sheet about the conversation: bubbles, what they hold, what can be tapped, and the line to write in. */
export const conversationStyle = `
.phonebar { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; justify-content: space-between; padding: 8px 16px; background: var(--panel); border-bottom: 1px solid var(--line); }
.phonebar .who { min-width: 0; overflow-wrap: anywhere; }
#who { font-size: 15px; margin: 0; }
.phonebar .window { display: flex; gap: 10px; align-items: center; }
.phonebar .ring { width: 38px; height: 38px; stroke-width: 4; }
.phonebar .window b { font-size: 15px; font-variant-numeric: tabular-nums; }
.phonebar .window b.open { color: var(--good); }
#conversation { flex: 1; overflow: auto; padding: 16px; display: flex; flex-direction: column; gap: 6px; }
.day { align-self: center; font-size: 11px; font-weight: 400; color: var(--soft); background: var(--panel); border-radius: 8px; padding: 3px 10px; margin: 6px 0; }
.message { align-self: flex-start; max-width: min(86%, 460px); min-width: 0; display: flex; flex-direction: column; align-items: stretch; }
.message.own { align-self: flex-end; }
.message:has(.cards) { max-width: 100%; }
.bubble { padding: 7px 11px 5px; border-radius: 12px; background: var(--theirs); box-shadow: 0 1px 1px rgb(0 0 0 / 12%); overflow-wrap: anywhere; }
.message:not(.own) .bubble { border-top-left-radius: 3px; }
.message.own .bubble { background: var(--own); border-top-right-radius: 3px; }
.message:has(.cards) .bubble { max-width: min(86%, 460px); align-self: flex-start; }
.failed .bubble { border: 1px solid var(--bad); }
.refused .bubble { border: 1px dashed var(--bad); background: none; box-shadow: none; }
.bubble .kind { font-size: 11px; font-weight: 600; color: var(--warn); }
.bubble .text, .card .text { white-space: pre-wrap; }
.bubble .quote { border-left: 3px solid var(--accent); padding: 1px 8px; margin: 2px 0 4px; color: var(--soft); font-size: 12px; }
.bubble .meta { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 8px; font-size: 11px; color: var(--soft); margin-top: 2px; }
.bubble .price { margin-right: auto; }
.bubble .tick.read { color: var(--read); }
.failed .tick, .refused .tick { color: var(--bad); font-weight: 600; }
.bubble .problem { color: var(--bad); font-size: 12.5px; margin: 5px 0 2px; padding-top: 5px; border-top: 1px solid color-mix(in srgb, var(--bad) 40%, transparent); }
.bubble .heading, .card .heading { font-weight: 600; margin-bottom: 2px; }
.bubble .offer, .card .offer { color: var(--warn); font-weight: 600; font-size: 12.5px; margin-bottom: 2px; }
.bubble .footer, .card .footer { color: var(--soft); font-size: 12px; margin-top: 3px; }
.text, .heading, .footer, .quote, .menu button, .menu .group { unicode-bidi: plaintext; text-align: start; }
.picture, .player { display: block; max-width: 100%; max-height: 220px; border-radius: 8px; margin: 2px 0 5px; }
audio.player { width: 280px; }
.media { display: flex; gap: 10px; align-items: center; min-width: 180px; background: color-mix(in srgb, var(--soft) 12%, transparent); border-radius: 8px; padding: 9px 12px; margin: 2px 0 5px; color: var(--ink); }
.card .media { min-width: 0; }
.media .note, .media b { display: block; overflow-wrap: anywhere; }
.media .note { color: var(--ink); }
.icon { flex: none; width: 26px; height: 26px; fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.emoji { font-size: 26px; }
.taps { display: flex; flex-direction: column; gap: 2px; margin-top: 2px; }
.taps button, .menu summary { background: var(--theirs); color: var(--accent); font-weight: 600; padding: 7px 14px; border-radius: 10px; }
.taps button:disabled { color: var(--soft); cursor: default; border-style: dashed; }
.menu { background: var(--theirs); border: 1px solid var(--line); border-radius: 10px; margin-top: 2px; min-width: 220px; }
.menu summary { cursor: pointer; text-align: center; }
.menu .group { color: var(--accent); font-size: 12px; font-weight: 600; padding: 6px 14px 0; }
.menu button { display: block; width: 100%; border: 0; border-top: 1px solid var(--line); border-radius: 0; background: none; text-align: start; padding: 7px 14px; }
.menu button:disabled { color: var(--soft); cursor: default; }
.menu .note { display: block; }
.cards { display: flex; gap: 8px; overflow-x: auto; max-width: 100%; padding: 4px 3px 6px; }
.card { flex: 0 0 200px; display: flex; flex-direction: column; padding: 7px 9px; border-radius: 12px; background: var(--theirs); box-shadow: 0 1px 1px rgb(0 0 0 / 12%); overflow-wrap: anywhere; }
.card.refused, .card.failed { border: 1px dashed var(--bad); }
.card .taps { margin-top: auto; padding-top: 6px; }
.empty { margin: auto; color: var(--soft); text-align: center; max-width: 300px; }
.banner { padding: 7px 16px; background: var(--warn-wash); color: var(--warn); font-size: 13px; }
#problem { background: var(--bad-wash); color: var(--bad); }
form.compose { display: flex; gap: 8px; flex-wrap: wrap; padding: 10px 16px; background: var(--panel); border-top: 1px solid var(--line); }
form.compose > select { flex: 0 1 130px; }
form.compose input[name="text"] { flex: 1 1 140px; }
form.compose .more { flex: 1 0 100%; display: flex; gap: 6px 8px; align-items: center; flex-wrap: wrap; }
form.compose .more button, form.compose .more select { padding: 3px 10px; font-size: 13px; }
`;

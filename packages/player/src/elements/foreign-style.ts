const LIGHT = `
  --of-paper: #fffefb; --of-ink: #1b2023; --of-quiet: #555d62; --of-line: #dbd6ca; --of-line-strong: #8b8a83; --of-accent: #0b5563; --of-accent-ink: #fff; --of-wash: #e3eeee;
  --speaker-1: #0f6a9c; --speaker-2: #c9540a; --speaker-3: #1a7f63; --speaker-4: #8c4a9e; --speaker-5: #94730a; --speaker-6: #c04277; --speaker-7: #56626c; --speaker-8: #5f8420;`;

const DARK = `
  --of-paper: #1a2022; --of-ink: #ece9e2; --of-quiet: #a9b0b3; --of-line: #2d3538; --of-line-strong: #717b7f; --of-accent: #6fc6d0; --of-accent-ink: #08252b; --of-wash: #163338;
  --speaker-1: #58b1e8; --speaker-2: #f59150; --speaker-3: #43c8a2; --speaker-4: #cd9be2; --speaker-5: #dfbd36; --speaker-6: #f08fbb; --speaker-7: #a7b5c1; --speaker-8: #a9cc5a;`;

/**
 * The look of a player on a page of another site. Values weigh nothing, and no rule weighs more than one class: whatever
 * the page says of the element, of `openfloor-player [part]` or of a class inside it wins.
 */
export const FOREIGN_STYLE = `
:where(openfloor-player.openfloor-foreign) {${LIGHT}
  --of-stage: #0d1214; --of-stage-ink: #f1efe9; --of-caption-ink: #fff; --of-caption-paper: rgb(7 10 11 / 84%); --of-caption-scale: 1; --of-round: 0.5rem; --of-font: system-ui, sans-serif;
  display: block; font-family: var(--of-font); line-height: 1.5; color: var(--of-ink); background: var(--of-paper);
}
@media (prefers-color-scheme: dark) {
  :where(openfloor-player.openfloor-foreign:not([theme="light"])) {${DARK}
  }
}
:where(openfloor-player.openfloor-foreign[theme="dark"]) {${DARK}
}
.openfloor-foreign *, .openfloor-foreign *::before { box-sizing: border-box; }
.openfloor-foreign [hidden] { display: none !important; }
.openfloor-foreign :where(.visually-hidden) { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap; margin: 0; }
.openfloor-foreign :where(:focus-visible) { outline: 3px solid var(--of-accent); outline-offset: 2px; }
.openfloor-foreign :where(fieldset) { border: 0; margin: 0; padding: 0.5rem; display: flex; align-items: center; gap: 0.75rem; min-inline-size: 0; }
.openfloor-foreign :where(legend) { float: inline-start; font-weight: 600; padding: 0; white-space: nowrap; }
.openfloor-foreign :where(.pills) { display: flex; gap: 0.4rem; overflow-x: auto; padding: 4px; }
.openfloor-foreign :where(.pill) { position: relative; display: inline-flex; align-items: center; flex: none; min-block-size: 2.75rem; padding-inline: 1rem; border: 1px solid var(--of-line-strong); border-radius: 100rem; cursor: pointer; }
.openfloor-foreign :where(.pill input) { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.openfloor-foreign :where(.pill-view) { position: sticky; inset-inline-end: 0; gap: 0.4rem; margin-inline-start: 0.4rem; border-radius: var(--of-round); background: var(--of-paper); box-shadow: 0 0 0 0.6rem var(--of-paper); }
.openfloor-foreign :where(.pill-view svg) { inline-size: 1.25rem; block-size: 1.25rem; fill: currentColor; }
@media (width < 36rem) {
  .openfloor-foreign :where(.pill-view) { inline-size: 2.75rem; padding: 0; justify-content: center; }
  .openfloor-foreign :where(.pill-view span) { position: absolute; clip-path: inset(50%); }
}
.openfloor-foreign :where(.pill:has(:checked)) { background: var(--of-accent); border-color: var(--of-accent); color: var(--of-accent-ink); font-weight: 600; }
.openfloor-foreign :where(.pill:has(:disabled)) { background: var(--of-paper); color: var(--of-quiet); border-style: dashed; }
.openfloor-foreign :where(.pill:has(:focus-visible)) { outline: 3px solid var(--of-accent); outline-offset: 2px; }
.openfloor-foreign :where(.screen) { position: relative; aspect-ratio: 16 / 9; background: var(--of-stage); color: var(--of-stage-ink); overflow: hidden; }
.openfloor-foreign :where(.screen-sound) { aspect-ratio: auto; min-block-size: 7rem; }
.openfloor-foreign :where(video) { inline-size: 100%; block-size: 100%; object-fit: contain; display: block; }
.openfloor-foreign :where(button) { font: inherit; cursor: pointer; }
.openfloor-foreign :where(.play) { position: absolute; inset: 0; inline-size: 100%; display: grid; place-content: center; justify-items: center; border: 0; background: none; color: #fff; }
.openfloor-foreign :where(.play svg) { inline-size: 4.5rem; block-size: 4.5rem; padding: 1.1rem; fill: currentColor; background: rgb(7 26 30 / 85%); border: 2px solid rgb(255 255 255 / 85%); border-radius: 50%; }
.openfloor-foreign :where(.stage-notice) { position: absolute; inset: 0; display: grid; place-content: center; gap: 1rem; padding: 1.5rem; background: rgb(7 10 11 / 92%); }
.openfloor-foreign :where(.booth-silent:not(:empty), .low-cost:not(:empty)) { position: absolute; inset-block-start: 0.75rem; inset-inline-start: 0.75rem; margin: 0; padding: 0.2rem 0.7rem; background: rgb(7 26 30 / 88%); color: #fff; border-radius: var(--of-round); }
.openfloor-foreign :where(.low-data) { position: absolute; inset: 0; background: var(--of-stage); pointer-events: none; }
.openfloor-foreign :where(.low-data.is-sound) { display: grid; place-content: center; background-size: cover; background-position: center; }
.openfloor-foreign :where(.low-sound) { margin: 0; padding: 0.4rem 1rem; background: rgb(7 26 30 / 88%); border-radius: var(--of-round); }
.openfloor-foreign :where(.low-still) { position: absolute; inset-block-start: 50%; left: 50%; background-repeat: no-repeat; }
.openfloor-foreign :where(.stage-controls) { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem; padding: 0.25rem 0.5rem; }
.openfloor-foreign :where(.step) { display: inline-grid; place-content: center; inline-size: 2.75rem; block-size: 2.75rem; padding: 0; border: 0; border-radius: 50%; background: none; color: var(--of-accent); }
.openfloor-foreign :where(.step svg) { inline-size: 1.5rem; block-size: 1.5rem; fill: currentColor; }
.openfloor-foreign :where(.step:hover) { background: var(--of-wash); }
.openfloor-foreign :where(.toggle) { background: var(--of-accent); color: var(--of-accent-ink); }
.openfloor-foreign :where(.clock) { color: var(--of-quiet); font-variant-numeric: tabular-nums; white-space: nowrap; }
.openfloor-foreign :where(.now-speaking) { flex: 1; min-inline-size: 0; margin: 0; padding-inline: 0.4rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.openfloor-foreign :where(.now-speaking .name) { font-weight: 600; }
.openfloor-foreign :where(.now-speaking .capacity) { margin-inline-start: 0.5rem; color: var(--of-quiet); }
.openfloor-foreign :where(.steps, .tools, .sound, .panel-place) { display: inline-flex; align-items: center; }
.openfloor-foreign :where(.volume) { inline-size: 5rem; accent-color: var(--of-accent); }
@media (width < 36rem) {
  .openfloor-foreign :where(.stage-controls) { justify-content: space-between; }
  .openfloor-foreign :where(.now-speaking) { order: -2; flex: 1 0 calc(100% - 9rem); min-block-size: 2rem; align-content: center; }
  .openfloor-foreign :where(.clock) { order: -1; }
  .openfloor-foreign :where(.volume) { display: none; }
}
/* Captions go by the size of the picture; without one they stand in its place. */
.openfloor-foreign :where(.has-captions) { container-type: inline-size; }
.openfloor-foreign :where(.captions) { --caption-size: clamp(1rem, 2.7cqi, 3.2rem); position: absolute; z-index: 1; inset-inline: calc(var(--from-start, 0px) + 2%) calc(var(--from-end, 0px) + 2%); inset-block-end: max(0.6rem, 2.4cqi); display: grid; grid-template-columns: minmax(0, 1fr); justify-items: center; gap: 0.25rem; font-size: calc(var(--of-caption-scale) * var(--caption-size)); pointer-events: none; }
.openfloor-foreign :where(.captions[data-size="small"]) { --caption-size: clamp(0.875rem, 2.1cqi, 2.4rem); }
.openfloor-foreign :where(.captions[data-size="large"]) { --caption-size: clamp(1.2rem, 3.7cqi, 4.4rem); }
.openfloor-foreign :where(.captions.at-top) { inset-block: max(0.6rem, 2.4cqi) auto; }
.openfloor-foreign :where(.caption) { max-inline-size: 100%; margin: 0; padding: 0.2em 0.6em; background: var(--of-caption-paper); color: var(--of-caption-ink); border-radius: 0.25em; line-height: 1.35; text-align: center; white-space: nowrap; }
.openfloor-foreign :where(.caption:lang(ar)) { font-size: 1.08em; line-height: 1.6; }
.openfloor-foreign :where(.caption:lang(zh)) { line-height: 1.5; }
.openfloor-foreign :where(.caption bdi) { white-space: nowrap; }
.openfloor-foreign :where(.caption[data-joined]) { white-space: normal; text-wrap: balance; }
.openfloor-foreign :where(.captions[data-background="soft"] .caption) { background: rgb(7 10 11 / 50%); }
.openfloor-foreign :where(.captions[data-background="none"] .caption, .screen-sound > .captions > .caption) { background: none; }
.openfloor-foreign :where(.captions:not([data-background="dark"]) .caption) { text-shadow: 0 0 0.08em #000, 0 0 0.2em #000, 0 0.06em 0.3em #000; }
.openfloor-foreign :where(.has-captions .low-cost:not(:empty)) { inset-inline: auto 0.75rem; }
.openfloor-foreign :where(.screen-sound.has-captions) { min-block-size: clamp(14rem, 38vw, 24rem); }
.openfloor-foreign :where(.screen-sound > .captions) { --caption-size: clamp(1.3rem, 3.8cqi, 2.8rem); inset-block: 1rem; align-content: center; }
.openfloor-foreign :where(.is-on svg) { box-shadow: 0 3px 0 currentColor; }
.openfloor-foreign :where(.captions-menu small) { display: block; color: var(--of-quiet); font-size: 0.85rem; }
.openfloor-foreign :where(.captions-menu > p) { margin: 0; padding: 0.25rem 0.6rem; color: var(--of-quiet); }
.openfloor-foreign :where(.captions-menu > [role="radiogroup"]) { margin-block-end: 0.5rem; padding-block-end: 0.5rem; border-block-end: 1px solid var(--of-line); }
@media (width < 24rem) {
  .openfloor-foreign :where(.stage-controls:has(.captions-place) .sound) { display: none; }
}
/* Sign language, over the picture wherever the viewer puts it. */
.openfloor-foreign :where(.second-picture) { position: absolute; background: var(--of-stage); border-radius: var(--of-round); overflow: hidden; outline: 1px solid rgb(255 255 255 / 35%); cursor: grab; touch-action: none; user-select: none; }
.openfloor-foreign :where(.second-picture video) { pointer-events: none; }
.openfloor-foreign :where(.second-tools) { position: absolute; inset-inline: 0; display: flex; opacity: 0; background: rgb(7 26 30 / 72%); }
.openfloor-foreign :where(.second-picture[data-grows^="up"] .second-tools) { inset-block-start: 0; }
.openfloor-foreign :where(.second-picture[data-grows^="down"] .second-tools) { inset-block-end: 0; }
.openfloor-foreign :where(.second-picture[data-grows$="on"] .second-tools) { flex-direction: row-reverse; }
.openfloor-foreign :where(.second-picture:is(:hover, :focus-within) .second-tools) { opacity: 1; }
.openfloor-foreign :where(.second-tools .step) { color: #fff; }
.openfloor-foreign :where(.second-tools .step:hover) { background: rgb(255 255 255 / 18%); }
.openfloor-foreign :where(.second-tools .step:focus-visible) { outline-color: #fff; outline-offset: -4px; }
.openfloor-foreign :where(.second-size) { order: -1; cursor: nwse-resize; touch-action: none; }
.openfloor-foreign :where(.second-hide) { margin-inline: auto 0; }
.openfloor-foreign :where(.second-picture[data-grows$="on"] .second-hide) { margin-inline: 0 auto; }
.openfloor-foreign :where(.second-picture.is-mirrored .second-size) { cursor: nesw-resize; }
.openfloor-foreign :where(.second-picture.is-mirrored .second-size svg) { transform: scaleX(-1); }
.openfloor-foreign :where(.second-failed:not(:empty)) { position: absolute; inset-inline: 0; inset-block-end: 0; margin: 0; padding: 0.4rem 0.6rem; background: rgb(7 26 30 / 88%); color: #fff; font-size: 0.85rem; }
.openfloor-foreign :where(.screen-sound:has(.second-picture)) { aspect-ratio: 16 / 9; }
.openfloor-foreign :where(.copy-moment) { position: relative; display: inline-flex; }
.openfloor-foreign :where(.said:not(:empty)) { position: absolute; inset-block-end: 100%; inset-inline-end: 0; white-space: nowrap; padding: 0.3rem 0.7rem; background: var(--of-ink); color: var(--of-paper); border-radius: var(--of-round); }
.openfloor-foreign :where(.settings) { position: absolute; inset-block-end: 100%; inset-inline-end: 0.5rem; z-index: 12; inline-size: min(22rem, 95%); padding: 0.5rem; background: var(--of-paper); border: 1px solid var(--of-line-strong); border-radius: var(--of-round); max-block-size: min(30rem, 70svh, var(--settings-room, 100vh)); overflow-y: auto; }
.openfloor-foreign :where(.settings label + label) { margin-block-start: 0.25rem; }
.openfloor-foreign :where(.settings input) { accent-color: var(--of-accent); }
.openfloor-foreign :where(.settings :is(input[type="checkbox"], input[type="radio"])) { flex: none; inline-size: 1.4rem; block-size: 1.4rem; }
.openfloor-foreign :where(.settings label) { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-block-size: 2.75rem; padding-inline: 0.6rem; }
.openfloor-foreign :where(.settings select) { padding-inline: 0.4rem; min-block-size: 2.75rem; max-inline-size: 60%; font: inherit; background: var(--of-paper); color: var(--of-ink); border: 1px solid var(--of-line-strong); border-radius: var(--of-round); }
.openfloor-foreign :where(.settings button) { padding-inline: 0.6rem; border-radius: var(--of-round); display: block; inline-size: 100%; min-block-size: 2.75rem; text-align: start; background: none; border: 0; color: var(--of-accent); }
.openfloor-foreign :where(.player-keys) { inline-size: min(30rem, calc(100vw - 2rem)); max-block-size: calc(100svh - 2rem); box-sizing: border-box; margin: auto; padding: 1.5rem; background: var(--of-paper); color: var(--of-ink); border: 1px solid var(--of-line-strong); border-radius: var(--of-round); }
.openfloor-foreign :where(.player-keys:focus) { outline: none; }
.openfloor-foreign :where(.player-keys h2) { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.3; }
.openfloor-foreign :where(.player-keys p) { margin: 0; color: var(--of-quiet); }
.openfloor-foreign :where(.player-keys table) { inline-size: 100%; margin-block: 1rem; border-collapse: collapse; }
.openfloor-foreign :where(.player-keys tr > *) { padding: 0.35rem 0; border-block-start: 1px solid var(--of-line); text-align: start; vertical-align: top; font-weight: 400; }
.openfloor-foreign :where(.player-keys th) { inline-size: 1%; white-space: nowrap; }
.openfloor-foreign :where(.player-keys td) { padding-inline-start: 1.25rem; }
.openfloor-foreign :where(.player-keys kbd) { display: inline-block; min-inline-size: 1.8rem; padding: 0.1rem 0.45rem; margin-inline-end: 0.3rem; border: 1px solid var(--of-line-strong); border-radius: 0.3rem; text-align: center; font: inherit; font-size: 0.88rem; }
.openfloor-foreign :where(.player-keys button, .stage-notice button) { min-block-size: 2.75rem; padding-inline: 1.25rem; border: 0; border-radius: var(--of-round); background: var(--of-accent); color: var(--of-accent-ink); }
.openfloor-foreign :where(.timeline) { display: block; position: relative; margin-inline: 0.75rem; padding-block-end: 0.6rem; }
.openfloor-foreign :where(.lane) { position: relative; block-size: 2.75rem; cursor: pointer; touch-action: pan-y; }
.openfloor-foreign :where(.lane svg) { position: absolute; inset: 0; }
.openfloor-foreign :where(.lane)::before { content: ""; position: absolute; inset-inline: 0; inset-block: 30% 0; background: var(--of-line); }
.openfloor-foreign :where(.lane rect) { fill: var(--speaker); }
.openfloor-foreign :where(.playhead) { position: absolute; inset-block: 0; border-inline-start: 2px solid var(--of-ink); pointer-events: none; }
.openfloor-foreign :where(.preview) { position: absolute; inset-block-end: calc(100% + 0.4rem); left: 0; z-index: 8; display: grid; padding: 0.5rem 0.7rem; background: var(--of-ink); color: var(--of-paper); border-radius: var(--of-round); pointer-events: none; }
.openfloor-foreign:fullscreen { display: flex; flex-direction: column; overflow: hidden; }
.openfloor-foreign:fullscreen :is(.watch, .stage, .screen) { flex: 1; min-block-size: 0; display: flex; flex-direction: column; aspect-ratio: auto; }
.openfloor-foreign :where(.speaker-1) { --speaker: var(--speaker-1); }
.openfloor-foreign :where(.speaker-2) { --speaker: var(--speaker-2); }
.openfloor-foreign :where(.speaker-3) { --speaker: var(--speaker-3); }
.openfloor-foreign :where(.speaker-4) { --speaker: var(--speaker-4); }
.openfloor-foreign :where(.speaker-5) { --speaker: var(--speaker-5); }
.openfloor-foreign :where(.speaker-6) { --speaker: var(--speaker-6); }
.openfloor-foreign :where(.speaker-7) { --speaker: var(--speaker-7); }
.openfloor-foreign :where(.speaker-8) { --speaker: var(--speaker-8); }
`;

"""The style sheet of a report: for screens of any width, light and dark, and for paper.

Its colours are those of documents, and one for each severity.
"""

from string import Template

from attrs import asdict

from opshandover.colours import ACCENT, NIGHT, WHITE, dark_shades_of, shades_of

ERROR, WARNING, INFO, OK = "A8201A", "7A4D00", "1A5A9E", "17653A"
"""The colours of the severities, for text on a light ground and for a ground of white text."""

_STYLE = """
:root {
  color-scheme: light dark;
  --paper: #$white; --ink: #1b2430; --muted: #$quiet; --line: #$hairline; --panel: #$pale;
  --bar: #$accent; --error: #$error; --error-soft: #fceeec; --warning: #$warning; --warning-soft: #fcf3de;
  --info: #$info; --info-soft: #eaf2fb; --ok: #$ok; --ok-soft: #e7f4eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #$night; --ink: #e7ebf1; --muted: #$dark_quiet; --line: #$dark_hairline; --panel: #$dark_pale;
    --bar: #$dark_accent; --error: #ff9a91; --error-soft: #3a1c1b; --warning: #f0c25c; --warning-soft: #352a10;
    --info: #8fc0f5; --info-soft: #16293f; --ok: #7fd3a0; --ok-soft: #14301f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1, .title { font-size: 1.65rem; line-height: 1.3; }
section > :is(h2, h3) {
  font-size: 1.15rem; margin: 2.25rem 0 .75rem; padding-bottom: .35rem; border-bottom: 2px solid var(--line);
}
section > :is(h2, h3) ~ :is(h3, h4) { font-size: 1rem; margin: 1.5rem 0 .5rem; padding: 0; border: 0; }
ul, ol { list-style: none; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .6rem .35rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: .85rem; }
tbody th { font-weight: 500; }
a { color: var(--info); }
code, pre { font: .86rem/1.55 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
.muted { color: var(--muted); }
.files { margin-top: 1rem; }
.files .chip { white-space: normal; }
.files + .part { margin-top: 3rem; }
.part + .part { margin-top: 3.5rem; border-top: 4px double var(--line); padding-top: 2.5rem; }
.head { display: flex; gap: 1.5rem; align-items: flex-start; justify-content: space-between; }
.kind { color: var(--muted); font-size: .92rem; letter-spacing: .03em; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin-top: .6rem; font-size: .92rem; }
.facts div { display: flex; gap: .5rem; }
.facts dt { color: var(--muted); flex: none; }
.ring {
  flex: none; width: 6.6rem; height: 6.6rem; border-radius: 50%; display: grid; place-items: center;
  background: radial-gradient(closest-side, var(--paper) 80%, transparent 81%),
    conic-gradient(var(--bar) var(--share), var(--line) 0);
}
.ring b { display: block; font-size: 1.9rem; line-height: 1; text-align: center; font-variant-numeric: tabular-nums; }
.ring span { display: block; font-size: .78rem; color: var(--muted); text-align: center; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
.chip {
  display: inline-block; padding: .1rem .65rem; border-radius: 1rem; font-weight: 600; font-size: .9rem;
  border: 1px solid currentColor; white-space: nowrap;
}
.error { color: var(--error); background: var(--error-soft); }
.warning { color: var(--warning); background: var(--warning-soft); }
.info { color: var(--info); background: var(--info-soft); }
.ok { color: var(--ok); background: var(--ok-soft); }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; }
.points td:nth-child(2) { width: 38%; padding-top: .75rem; }
.points :is(th, td):last-child { padding-right: 0; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; height: .55rem; border-radius: .3rem; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--bar); }
.bar i.full { background: var(--ok); }
.steps li { display: flex; gap: .75rem; padding: .4rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.gain { flex: none; min-width: 6.6rem; color: var(--ok); font-weight: 600; font-variant-numeric: tabular-nums; }
.steps + p { margin-top: .5rem; }
.steps .muted { display: block; font-size: .9rem; }
.finding {
  border: 1px solid var(--line); border-left: .3rem solid var(--edge); border-radius: .4rem; background: var(--panel);
  padding: .7rem .9rem; margin-bottom: .7rem; break-inside: avoid;
}
.edge-error { --edge: var(--error); } .edge-warning { --edge: var(--warning); } .edge-info { --edge: var(--info); }
.rule { display: flex; flex-wrap: wrap; gap: .25rem .7rem; align-items: center; font-size: .88rem; color: var(--muted); }
.rule .chip { font-size: .82rem; }
.said { font-weight: 600; margin-top: .3rem; }
.place { font-size: .9rem; color: var(--muted); }
.hint { margin-top: .35rem; }
.hint::before { content: "→ "; color: var(--muted); }
pre {
  margin: .5rem 0 .2rem; padding: .45rem 0; overflow-x: auto; background: var(--paper);
  border: 1px solid var(--line); border-radius: .3rem; white-space: pre;
}
pre span { display: block; padding: 0 .7rem; width: max-content; min-width: 100%; }
pre span.hit { background: var(--warning-soft); }
pre b { display: inline-block; min-width: 2.6em; color: var(--muted); font-weight: 400; }
pre .hit b { color: var(--ink); font-weight: 700; }
.values { margin: .5rem 0 .2rem; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; }
.values div { display: flex; gap: .8rem; padding: .15rem .7rem; font-size: .9rem; }
.values dt { flex: none; min-width: 5.5em; color: var(--muted); }
.values .hit { background: var(--warning-soft); }
footer { margin-top: 3rem; font-size: .85rem; color: var(--muted); }
@media screen and (max-width: 48rem) {
  main { padding: 1.25rem .9rem 2rem; }
  .two { grid-template-columns: minmax(0, 1fr); }
  .head { gap: .75rem; }
  .ring { width: 5.2rem; height: 5.2rem; }
  .ring b { font-size: 1.5rem; }
  h1, .title { font-size: 1.35rem; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { display: block; padding: .45rem 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td { display: block; border: 0; padding: .05rem 0; }
}
@page { size: A4; margin: 15mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #$white; --ink: #000000; --muted: #444c58; --line: #$hairline; --panel: #$white;
    --bar: #$accent; --error: #$error; --error-soft: #$white; --warning: #$warning; --warning-soft: #fcf3de;
    --info: #$info; --info-soft: #$white; --ok: #$ok; --ok-soft: #$white;
  }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr { break-inside: avoid; }
  .two { gap: 0 8mm; }
  .points :is(th, td) { padding-top: .15rem; padding-bottom: .15rem; }
  .points td:nth-child(2) { padding-top: .5rem; }
  pre { white-space: pre-wrap; }
  pre span { width: auto; }
  .files + .part, .part + .part { break-before: page; border: 0; margin: 0; padding: 0; }
}
"""

STYLE = Template(_STYLE).substitute(
    asdict(shades_of(ACCENT)),
    **{f"dark_{name}": shade for name, shade in asdict(dark_shades_of(ACCENT)).items()},
    white=WHITE,
    night=NIGHT,
    error=ERROR,
    warning=WARNING,
    info=INFO,
    ok=OK,
)

/** How a report looks: light and dark, on paper, on a narrow screen. Contrasts are at least 4.5 : 1 for text. */
export const style = `
:root { --paper: #fffdf8; --ink: #1d1b18; --faint: #5f5a52; --rule: #e4ded2; --panel: #f6f1e7; --accent: #9a3412; --focus: #1d4ed8;
  --c0: #9a3412; --c1: #1e5f74; --c2: #6b7f2a; --c3: #7a4b8c; --c4: #b98a1d; --c5: #6f6a62 }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #ece8e1; --faint: #a9a49a; --rule: #33363b; --panel: #1f2226; --accent: #f59e6c; --focus: #93c5fd;
  --c0: #f59e6c; --c1: #7cc4dc; --c2: #b9cf6a; --c3: #cfa3e0; --c4: #e9c46a; --c5: #a9a49a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Georgia, 'Iowan Old Style', 'Times New Roman', serif }
main, header, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 3rem } h1 { font-size: clamp(1.9rem, 5vw, 3.2rem); line-height: 1.1; margin: 0 0 .3rem; letter-spacing: -.01em }
h2 { font-size: 1.45rem; margin: 0 0 .2rem } section { padding: 2.2rem 0 1rem; border-top: 1px solid var(--rule); margin-top: 1.4rem; scroll-margin-top: 1rem }
p.note, small, .value, .tick, figcaption, nav, footer, summary, th, .by { font-family: system-ui, -apple-system, 'Segoe UI', sans-serif }
p.note { color: var(--faint); font-size: .9rem; margin: 0 0 1rem; max-width: 46rem } small { color: var(--faint); font-size: .8em }
a { color: var(--accent); text-underline-offset: .15em } a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1 }
nav ul { list-style: none; padding: 0; margin: 1.2rem 0 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; font-size: .9rem }
dl.figures { display: flex; flex-wrap: wrap; gap: .6rem 2.4rem; margin: 1.4rem 0 0 } dl.figures div { display: flex; flex-direction: column-reverse }
dl.figures dt { font: .85rem system-ui, sans-serif; color: var(--faint) } dl.figures dd { margin: 0; font-size: 1.9rem; line-height: 1.1; font-variant-numeric: tabular-nums }
.share { display: flex; height: 1.1rem; border-radius: .25rem; overflow: hidden; margin: .6rem 0 } .share span { min-width: 2px }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: .4rem 0 1rem; font: .88rem system-ui, sans-serif }
.legend i { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .4em }
.chart { width: 100%; height: auto; display: block } .scroll { overflow-x: auto } .scroll .chart { min-width: 34rem }
.grid { stroke: var(--rule) } .tick { font-size: 12px; fill: var(--faint) } .line { fill: none; stroke: var(--c1); stroke-width: 2 } .dot { fill: var(--c1) }
.layer0, .topic { fill: var(--c0) } .layer1, .person { fill: var(--c1) } .layer2, .place { fill: var(--c2) } .layer3, .organisation { fill: var(--c3) } .layer4, .event { fill: var(--c4) } .layer5, .work { fill: var(--c5) }
.b0, .b-topic { background: var(--c0) } .b1, .b-person { background: var(--c1) } .b2, .b-place { background: var(--c2) } .b3, .b-organisation { background: var(--c3) } .b4, .b-event { background: var(--c4) } .b5, .b-work { background: var(--c5) }
.link { stroke: var(--faint); stroke-opacity: .35 } .label { font: 13px system-ui, sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px }
.bars { list-style: none; padding: 0; margin: 0 } .bars li { display: grid; grid-template-columns: minmax(7rem, 15rem) 1fr 4rem; gap: .8rem; align-items: center; padding: .16rem 0 }
.name { overflow-wrap: anywhere; line-height: 1.25 } .track { background: var(--panel); border-radius: .2rem; height: .8rem } .bar { display: block; height: 100%; background: var(--c0); border-radius: .2rem; min-width: 2px }
.value { text-align: right; font-size: .85rem; color: var(--faint); font-variant-numeric: tabular-nums }
.columns { columns: 2 20rem; column-gap: 3rem } .columns li { break-inside: avoid } ul.plain, ol.plain { padding-left: 1.1rem; margin: 0 } ul.plain li { margin: .25rem 0 }
.strips { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .9rem 2rem } .strip { width: 100%; height: 2.6rem; display: block; border-bottom: 1px solid var(--rule) } .area { fill: var(--c1); opacity: .75 }
.quotes { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.6rem 2.4rem; margin: 0 } .quotes blockquote { margin: 0; font-size: 1.2rem; line-height: 1.35; border-left: 3px solid var(--c0); padding-left: .9rem; overflow-wrap: anywhere }
.by { font-size: .85rem; color: var(--faint); margin-top: .4rem } details { margin: .8rem 0 } summary { cursor: pointer; font-size: .88rem; color: var(--faint) }
table { border-collapse: collapse; font: .85rem system-ui, sans-serif; margin-top: .5rem } th, td { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--rule); font-variant-numeric: tabular-nums }
.groups { list-style: none; padding: 0; margin: 0 } .groups > li { background: var(--panel); border-radius: .4rem; padding: .7rem 1rem; margin: .6rem 0 } .big { font-size: 1.3rem; margin: .2rem 0 } footer { padding: 2rem 1.25rem 4rem; color: var(--faint); font-size: .85rem }
@media (max-width: 34rem) { body { font-size: 16px } .bars li { grid-template-columns: 1fr 3.4rem } .track { grid-column: 1 / -1; grid-row: 2 } }
@media print { body { font-size: 11pt } nav, .skip { display: none } section { break-inside: avoid-page } details { display: none } a { color: inherit } .bar, .share span, .legend i, svg { print-color-adjust: exact } }
`

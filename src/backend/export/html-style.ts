/** How an exported page looks: on a screen as calm as the app, on paper with running heads. */
import { paperColours } from './colours.ts'

/** A string as CSS holds it. */
const quoted = (text: string): string =>
	`"${text.replace(/[\\"]/g, '\\$&').replaceAll('<', '\\3c ').replace(/\s+/g, ' ')}"`

const marks = (which: 0 | 1): string =>
	Object.entries(paperColours)
		.map(([name, colours]) => `mark.${name}{background:${colours[which]}}`)
		.join('')

/**
 * @param title stands at the head of each printed page
 * @param wide whether there is a table that needs the page on its side
 */
export const exportStyle = (title: string, wide: boolean): string => `
:root{color-scheme:light dark;--ink:#1f1d1a;--soft:#5d5952;--paper:#fdfcf9;--line:#d9d4c9;--link:#0b5f59;--note:#f3efe6;--text:${wide ? '72rem' : '42rem'}}
mark{background:#fbe8a6;color:inherit;padding:0 .1em;-webkit-box-decoration-break:clone;box-decoration-break:clone}${marks(0)}
@media (prefers-color-scheme:dark){:root{--ink:#ebe7df;--soft:#b3ada2;--paper:#1b1a18;--line:#45413a;--link:#7fcfc6;--note:#27251f}
mark{background:#5c4a12}${marks(1)}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Source Serif 4",Georgia,"Times New Roman",serif}
main{max-width:calc(var(--text) + 2.5rem);margin:0 auto;padding:3rem 1.25rem 5rem}
h1,h2,h3,h4,h5{line-height:1.25;margin:1.75em 0 .5em;font-weight:600;text-wrap:balance}
h1{font-size:2rem;margin-top:0}h2{font-size:1.5rem;border-bottom:1px solid var(--line);padding-bottom:.25em}h3{font-size:1.2rem}h4,h5{font-size:1rem}
h3+h4,h4+h5{margin-top:1em}
p{margin:0 0 .75em;overflow-wrap:break-word}
.subtitle{font-style:italic;margin:0}.date,figcaption,.label,.marks,.legend{color:var(--soft);font-size:.9em}
.legend mark{color:var(--ink)}.relation{margin:.5em 0;padding-left:1.2em}.marks{margin-top:-.25em}
a{color:var(--link);overflow-wrap:anywhere}h3 a,h4 a,h5 a{color:inherit;text-decoration:none}h3 a:hover,h4 a:hover,h5 a:hover{text-decoration:underline}
figure{margin:1em 0 .75em}blockquote{margin:0;padding-left:1em;border-left:3px solid var(--line)}blockquote p{margin-bottom:.25em}figcaption{padding-left:1.2em}
li>p{margin-bottom:.25em}ul,ol{margin:.25em 0 .75em;padding-left:1.75em}
aside{background:var(--note);border-radius:6px;padding:.6em 1em .1em;margin:.75em 0}
.label{font-weight:600;margin:0 0 .25em}
hr{border:0;border-top:1px solid var(--line);margin:1.75em 0}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:.9em;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.4em .8em .4em 0;text-align:left;vertical-align:top}
sup{line-height:0;font-size:.7em}sup a{text-decoration:none}
.references p{padding-left:2em;text-indent:-2em}.notes{font-size:.9em}
@media (min-width:66rem){main:has(.noted){max-width:61.5rem}main:has(.noted)>*{max-width:var(--text)}.noted{display:grid;grid-template-columns:var(--text) 15rem;column-gap:2rem;align-items:start}.margin{font-size:.9em}.margin aside:first-child{margin-top:0}}
@page{size:A4${wide ? ' landscape' : ''};margin:22mm 20mm;@top-center{content:${quoted(title)};font:9pt Georgia,serif;color:#5d5952}@bottom-center{content:counter(page) " / " counter(pages);font:9pt Georgia,serif;color:#5d5952}}
@page :first{@top-center{content:none}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--line:#bbb;--link:#000;--note:#f4f2ec}${marks(0)}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:11pt;line-height:1.45}main{max-width:none;padding:0}
h1,h2,h3,h4,h5,.relation,.label{break-after:avoid}hr{border:0;margin:.5em 0}hr+*{border-top:1px solid var(--line);padding-top:1em}figure,aside,tr,.references p{break-inside:avoid}thead{display:table-header-group}p{orphans:3;widows:3}
figure:has(+aside,+.marks,+.relation),aside:has(+.marks),p:has(+ul,+ol){break-after:avoid}.back{display:none}}
`

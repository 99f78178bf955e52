/** How printed sheets look. */
import type { SlideTheme } from '#contract/classroom/presentations.ts'
import { indentation, leading, type Role, sheet } from './boxes.ts'
import { themes } from './themes.ts'

const roles = (theme: SlideTheme): string =>
	(Object.entries(themes[theme]) as [Role, string][])
		.map(
			([role, colour]) =>
				`.${theme} .in-${role}{color:#${colour}}.${theme} .on-${role}{background:#${colour}}.${theme} .line-${role}{border:1pt solid #${colour}}`,
		)
		.join('')

/** @returns the style of sheets of a theme */
export const sheetStyle = (theme: SlideTheme): string => `
*{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact}
html,body{margin:0;padding:0}
.sheet{position:relative;width:${sheet.width.toFixed(4)}in;height:${sheet.height}in;overflow:hidden;line-height:${leading}}
.sheet.${theme}{background:#${themes[theme].paper};color:#${themes[theme].ink}}
.sheet a{color:inherit;text-decoration-thickness:.04em;text-underline-offset:.15em;overflow-wrap:anywhere}
.box{position:absolute}.text{display:flex;flex-direction:column;overflow-wrap:break-word}
.serif{font-family:"Source Serif 4","Source Serif 4 Variable",Georgia,"Liberation Serif","Times New Roman",serif}
.sans{font-family:"Atkinson Hyperlegible Next","Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif}
.bold,.bold h2{font-weight:600}.spaced{letter-spacing:.03em}.center{text-align:center}.middle{justify-content:center}.bottom{justify-content:flex-end}
.round{border-radius:.5in}.round>div{padding:0 .12in}
.sheet h2,.sheet p{margin:0 0 .5em;font-size:inherit;font-weight:inherit;text-wrap:pretty}.sheet h2{text-wrap:balance}
.text>div>:last-child{margin-bottom:0}
.bullet{display:inline-block;width:${indentation}em;margin-left:-${indentation}em}
.sheet code{font-family:"Liberation Mono",Consolas,monospace;font-size:.9em}
.sheet .number{position:absolute;right:.8in;top:6.88in;height:.36in;margin:0;font:11pt/.36in "Atkinson Hyperlegible Next","Segoe UI",Arial,"Liberation Sans",sans-serif;color:#${themes[theme].soft}}
${roles(theme)}`

/**
 * Loaded into real Electron before the app (`-r`): answers dialogs as the spec said, keeps the reader's own programs closed,
 * and notes both in a file. The stand-in does this by itself.
 */
const { appendFileSync } = require('node:fs')
const { dialog, shell } = require('electron')

const answers = JSON.parse(process.env.PARALLAX_SPEC_ANSWERS ?? '[]')
const note = (api, ...args) => appendFileSync(process.env.PARALLAX_SPEC_CALLS, `${JSON.stringify({ api, args })}\n`)

dialog.showMessageBox = async (...args) => {
	note('dialog.showMessageBox', args.at(-1))
	if (answers.length === 0) throw new Error('The spec has no answer for this dialog.')
	return { response: answers.shift(), checkboxChecked: false }
}
shell.openExternal = async (...args) => note('shell.openExternal', ...args)
shell.openPath = async (...args) => {
	note('shell.openPath', ...args)
	return ''
}

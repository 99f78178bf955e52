/**
 * Loaded into real Electron before the app (`-r`): answers dialogs as the spec said, keeps the reader's own programs closed,
 * and notes both in a file. The stand-in does this by itself.
 */
const { appendFileSync } = require('node:fs')
const { app, dialog, shell } = require('electron')

const answers = JSON.parse(process.env.PARALLAX_SPEC_ANSWERS ?? '[]')
const folders = JSON.parse(process.env.PARALLAX_SPEC_FOLDERS ?? '[]')
const files = JSON.parse(process.env.PARALLAX_SPEC_FILES ?? '[]')
const note = (api, ...args) => appendFileSync(process.env.PARALLAX_SPEC_CALLS, `${JSON.stringify({ api, args })}\n`)

dialog.showMessageBox = async (...args) => {
	note('dialog.showMessageBox', args.at(-1))
	if (answers.length === 0) throw new Error('The spec has no answer for this dialog.')
	return { response: answers.shift(), checkboxChecked: false }
}
dialog.showOpenDialog = async (...args) => {
	note('dialog.showOpenDialog', args.at(-1))
	const folder = folders.shift()
	return folder === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [folder] }
}
dialog.showSaveDialog = async (...args) => {
	note('dialog.showSaveDialog', args.at(-1))
	const filePath = files.shift() ?? ''
	return { canceled: !filePath, filePath }
}
shell.showItemInFolder = (...args) => note('shell.showItemInFolder', ...args)
// The spec starts it again itself.
app.relaunch = (...args) => note('app.relaunch', ...args)
shell.openExternal = async (...args) => note('shell.openExternal', ...args)
shell.openPath = async (...args) => {
	note('shell.openPath', ...args)
	return ''
}

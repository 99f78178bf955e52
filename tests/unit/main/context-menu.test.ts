import { expect, it } from 'vitest'
import { contextMenuTemplate } from '../../../src/main/context-menu.ts'

const flags = (can: boolean) => ({
	canUndo: can,
	canRedo: can,
	canCut: can,
	canCopy: can,
	canPaste: can,
	canDelete: can,
	canSelectAll: can,
	canEditRichly: can,
})
const roles = (isEditable: boolean, selectionText: string) =>
	contextMenuTemplate({ isEditable, selectionText, editFlags: flags(true) }).flatMap(({ role }) => role ?? [])

it('offers what can be done with the text', () => {
	expect(roles(false, 'a quote')).toEqual(['copy'])
	expect(roles(false, '  ')).toEqual([])
	expect(roles(true, '')).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'])
})

it('greys out what cannot be done', () => {
	const items = contextMenuTemplate({ isEditable: true, selectionText: '', editFlags: flags(false) })
	expect(items.filter(({ role }) => role).every(({ enabled }) => enabled === false)).toBe(true)
})

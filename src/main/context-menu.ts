/** The menu of the right mouse button: what can be done with the text or the link under it. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

type Item = MenuItemConstructorOptions

/** @returns the menu's items; none where there is nothing to do. */
export function contextMenuTemplate(
	params: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
): Item[] {
	const { isEditable, selectionText, editFlags } = params
	if (isEditable)
		return [
			{ role: 'undo', enabled: editFlags.canUndo },
			{ role: 'redo', enabled: editFlags.canRedo },
			{ type: 'separator' },
			{ role: 'cut', enabled: editFlags.canCut },
			{ role: 'copy', enabled: editFlags.canCopy },
			{ role: 'paste', enabled: editFlags.canPaste },
			{ role: 'selectAll', enabled: editFlags.canSelectAll },
		]
	return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
}
